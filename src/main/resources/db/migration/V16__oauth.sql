-- Clients that act for people, what people allowed them, and what they hold for it.

alter table oauth_client
  add column description   text check (length(description) <= 1000),
  add column grant_type    text not null default 'client_credentials' check (grant_type in ('client_credentials', 'code')),
  add column token_seconds integer not null default 86400 check (token_seconds between 300 and 172800),
  add column redirect_uris text[] not null default '{}',
  add column scopes        text[] not null default '{}',
  add column created_by    uuid,
  add column modified_at   timestamptz,
  add column modified_by   uuid,
  add column version       integer not null default 1;

-- A client signed in for a user: all that came of one code. Its end ends its tokens.
create table oauth_login (
  org_id       uuid not null,
  id           uuid not null,
  client_id    uuid not null,
  user_id      uuid not null,
  scopes       text[] not null,
  -- whether the client proved its secret; if it did once, it must each time
  confidential boolean not null,
  began_at     timestamptz not null,
  expires_at   timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, client_id) references oauth_client on delete cascade,
  foreign key (org_id, user_id) references app_user on delete cascade
);
create index oauth_login_client on oauth_login (org_id, client_id);
create index oauth_login_user on oauth_login (org_id, user_id);
create index oauth_login_expiry on oauth_login (expires_at);

-- A code, good once. It stays until it expires, so that its second use is noticed.
create table oauth_code (
  org_id       uuid not null,
  code_hash    bytea not null,
  client_id    uuid not null,
  user_id      uuid not null,
  redirect_uri text not null,
  challenge    text,
  scopes       text[] not null,
  expires_at   timestamptz not null,
  -- what it opened; the login may end before the code is forgotten
  login_id     uuid,
  primary key (org_id, code_hash),
  foreign key (org_id, client_id) references oauth_client on delete cascade,
  foreign key (org_id, user_id) references app_user on delete cascade
);
create index oauth_code_client on oauth_code (org_id, client_id);
create index oauth_code_user on oauth_code (org_id, user_id);
create index oauth_code_expiry on oauth_code (expires_at);

-- Refresh tokens, the used ones too: whoever sends one of those has stolen it, or was stolen from.
create table oauth_refresh (
  org_id     uuid not null,
  token_hash bytea not null,
  login_id   uuid not null,
  used_at    timestamptz,
  primary key (org_id, token_hash),
  foreign key (org_id, login_id) references oauth_login on delete cascade
);
create index oauth_refresh_login on oauth_refresh (org_id, login_id);

-- What a user allowed a client for good.
create table oauth_consent (
  org_id    uuid not null,
  user_id   uuid not null,
  client_id uuid not null,
  scopes    text[] not null,
  given_at  timestamptz not null,
  primary key (org_id, user_id, client_id),
  foreign key (org_id, client_id) references oauth_client on delete cascade,
  foreign key (org_id, user_id) references app_user on delete cascade
);
create index oauth_consent_client on oauth_consent (org_id, client_id);

-- used_at is right to the minute, and kept for tokens of users only.
alter table access_token
  add column login_id uuid,
  add column used_at  timestamptz,
  add foreign key (org_id, login_id) references oauth_login on delete cascade;
create index access_token_login on access_token (org_id, login_id) where login_id is not null;

-- After how long unused a user's token ends; null: never.
alter table org
  add column idle_seconds integer check (idle_seconds between 300 and 28800),
  add column version      integer not null default 1;
