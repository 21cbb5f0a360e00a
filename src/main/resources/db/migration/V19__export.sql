-- Exports: what was asked for, how far it is, and the result as pieces, each of them whole gzip.

create table export (
  org_id         uuid not null references org,
  id             uuid not null,
  kind           text not null check (kind in ('contacts', 'organizations', 'notes', 'relationships')),
  -- as they were asked for; null for all
  division_ids   text[],
  -- what is read: those divisions that its owner could see when it was ordered
  divisions      uuid[] not null,
  query          jsonb not null,
  max_rows       bigint not null,
  actor_kind     text not null check (actor_kind in ('user', 'client')),
  actor_id       uuid not null,
  actor_name     text not null,
  state          text not null check (state in ('running', 'succeeded', 'failed')),
  -- why it failed, in words for the one who ordered it
  reason         text,
  row_count      bigint not null default 0,
  pieces         integer not null default 0,
  -- the last record that is in a piece
  after_division uuid,
  after_id       uuid,
  created_at     timestamptz not null,
  finished_at    timestamptz,
  -- as in import
  epoch          integer not null default 0,
  lease_until    timestamptz,
  attempts       integer not null default 0,
  primary key (org_id, id)
);
create index export_history on export (org_id, kind, id);
create index export_work on export (lease_until) where state = 'running';
create index export_age on export (created_at);

create table export_piece (
  org_id    uuid not null,
  export_id uuid not null,
  position  integer not null,
  bytes     bytea not null,
  primary key (org_id, export_id, position),
  foreign key (org_id, export_id) references export on delete cascade
);
-- Compressed already.
alter table export_piece alter column bytes set storage external;
