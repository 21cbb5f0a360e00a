-- Organizations of ours (tenants), divisions, people, roles, grants, clients, tokens, sessions.
-- Every key starts with org_id, so that the schema can be distributed by it.

create table org (
  org_id         uuid primary key,
  name           text not null check (length(name) between 1 and 200),
  default_region text not null check (default_region ~ '^[A-Z]{2}$'),
  created_at     timestamptz not null
);

-- The starred division `*` ("not tied to a division") is a row like any other, so that no rule needs to know it.
create table division (
  org_id     uuid not null references org,
  id         uuid not null,
  name       text not null check (length(name) between 1 and 200),
  kind       text not null check (kind in ('home', 'starred', 'plain')),
  created_at timestamptz not null,
  primary key (org_id, id)
);
create unique index division_name on division (org_id, lower(name));
create unique index division_kind on division (org_id, kind) where kind <> 'plain';

create table app_user (
  org_id          uuid not null references org,
  id              uuid not null,
  name            text not null check (length(name) between 1 and 200),
  email           text not null,
  email_key       text collate "C" not null,
  state           text not null check (state in ('active', 'inactive')),
  password_hash   text,
  failed_sign_ins integer not null default 0,
  locked_until    timestamptz,
  created_at      timestamptz not null,
  version         integer not null,
  primary key (org_id, id),
  unique (org_id, email_key)
);
-- Sign-in knows an e-mail only, not yet the organization.
create index app_user_email on app_user (email_key);

create table role (
  org_id      uuid not null references org,
  id          uuid not null,
  name        text not null check (length(name) between 1 and 200),
  built_in    boolean not null,
  permissions text[] not null,
  primary key (org_id, id)
);
create unique index role_name on role (org_id, lower(name));

create table oauth_client (
  org_id      uuid not null references org,
  id          uuid not null,
  name        text not null check (length(name) between 1 and 200),
  secret_hash bytea not null,
  state       text not null check (state in ('active', 'inactive')),
  created_at  timestamptz not null,
  primary key (org_id, id)
);
-- The token endpoint knows a client's id only, not yet the organization.
create index oauth_client_id on oauth_client (id);

-- A user or a client holds a role in a division; in the starred division: in all of them.
create table access_grant (
  org_id      uuid not null,
  subject_id  uuid not null,
  role_id     uuid not null,
  division_id uuid not null,
  primary key (org_id, subject_id, role_id, division_id),
  foreign key (org_id, role_id) references role,
  foreign key (org_id, division_id) references division
);

-- Only the SHA-256 of a token is stored. The token itself starts with its organization.
create table access_token (
  org_id     uuid not null references org,
  token_hash bytea not null,
  client_id  uuid not null,
  issued_at  timestamptz not null,
  expires_at timestamptz not null,
  primary key (org_id, token_hash),
  foreign key (org_id, client_id) references oauth_client on delete cascade
);
create index access_token_client on access_token (org_id, client_id);
create index access_token_expiry on access_token (expires_at);

create table page_session (
  org_id       uuid not null references org,
  session_hash bytea not null,
  user_id      uuid not null,
  started_at   timestamptz not null,
  expires_at   timestamptz not null,
  primary key (org_id, session_hash),
  foreign key (org_id, user_id) references app_user on delete cascade
);
create index page_session_user on page_session (org_id, user_id);
create index page_session_expiry on page_session (expires_at);
