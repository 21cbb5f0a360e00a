-- What the public API says of divisions, roles and grants, and how often a token was used.

-- A removed division keeps its row: what slipped in while it went is there again once it is restored.
alter table division
  add column description text check (length(description) <= 1000),
  add column removed_at  timestamptz;
drop index division_name;
create unique index division_name on division (org_id, lower(name)) where removed_at is null;

alter table role
  add column description text check (length(description) <= 1000),
  add column version     integer not null default 1;

-- Null for what was granted before this column.
alter table access_grant add column granted_at timestamptz;
create index access_grant_role on access_grant (org_id, role_id);
create index access_grant_division on access_grant (org_id, division_id);

-- How many requests of a window nodes have taken for a token, a lease at a time. Unlogged: after a crash a window begins anew.
create unlogged table rate_window (
  org_id     uuid not null,
  token_hash bytea not null,
  started_at timestamptz not null,
  taken      integer not null,
  -- what the last of them got
  lease      integer not null,
  primary key (org_id, token_hash)
);
create index rate_window_start on rate_window (started_at);
