-- Imports: the file as it was sent, what was found in it, and how far it is applied.

create table import (
  org_id           uuid not null references org,
  id               uuid not null,
  -- null until it is chosen; then fixed
  division_id      uuid,
  file_name        text not null check (length(file_name) between 1 and 255),
  bytes            bigint not null,
  actor_kind       text not null check (actor_kind in ('user', 'client')),
  actor_id         uuid not null,
  actor_name       text not null,
  -- for numbers without a country code
  region           text not null,
  state            text not null
                   check (state in ('uploading', 'uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled')),
  settings         jsonb,
  -- why it failed, in words for the person who started it
  reason           text,
  phase            text not null default '',
  phase_started_at timestamptz,
  -- rows (while the file is read for the first time: bytes) behind when this node began the phase, now, and in all
  phase_from       bigint not null default 0,
  phase_done       bigint not null default 0,
  phase_total      bigint not null default 0,
  -- the dry run's answer
  rows_read        bigint not null default 0,
  will_add         bigint not null default 0,
  will_change      bigint not null default 0,
  will_keep        bigint not null default 0,
  rejected         bigint not null default 0,
  ambiguous        bigint not null default 0,
  -- what is applied, counted in the transactions that apply it
  added            bigint not null default 0,
  changed          bigint not null default 0,
  kept             bigint not null default 0,
  -- groups of rows that meet a stored contact, or each other, are applied up to here
  groups_behind    bigint not null default -1,
  created_at       timestamptz not null,
  check_started_at timestamptz,
  checked_at       timestamptz,
  run_started_at   timestamptz,
  finished_at      timestamptz,
  -- one node works on an import at a time: whoever holds the newest epoch, while its lease lasts
  epoch            integer not null default 0,
  lease_until      timestamptz,
  attempts         integer not null default 0,
  primary key (org_id, id),
  foreign key (org_id, division_id) references division
);
create index import_history on import (org_id, id desc);
-- Nodes look for work of every organization.
create index import_work on import (lease_until) where state in ('checking', 'running');

create table import_chunk (
  org_id    uuid not null,
  import_id uuid not null,
  position  integer not null,
  bytes     bytea not null,
  primary key (org_id, import_id, position),
  foreign key (org_id, import_id) references import on delete cascade
);
-- Files are read once or twice: compressing them costs more than it saves.
alter table import_chunk alter column bytes set storage external;

-- Rows are counted from 0, lines of the file from 1.
create table import_rejection (
  org_id      uuid not null,
  import_id   uuid not null,
  row_number  bigint not null,
  position    smallint not null,
  line        bigint not null,
  column_name text,
  rule        text not null,
  reason      text not null,
  primary key (org_id, import_id, row_number, position),
  foreign key (org_id, import_id) references import on delete cascade
);

create table import_organization (
  org_id          uuid not null,
  import_id       uuid not null,
  name_key        text collate "C" not null,
  name            text not null,
  organization_id uuid,
  primary key (org_id, import_id, name_key),
  foreign key (org_id, import_id) references import on delete cascade
);

-- The rows that do not simply add a contact: each meets a stored contact, or an earlier row of the file (first_row).
-- shared: several rows have this first_row.
create table import_target (
  org_id     uuid not null,
  import_id  uuid not null,
  row_number bigint not null,
  first_row  bigint not null,
  contact_id uuid,
  shared     boolean not null default false,
  primary key (org_id, import_id, row_number)
);
create index import_target_group on import_target (org_id, import_id, first_row, row_number) where shared;

-- Batches of simple additions that are applied.
create table import_batch (
  org_id    uuid not null,
  import_id uuid not null,
  batch     integer not null,
  primary key (org_id, import_id, batch),
  foreign key (org_id, import_id) references import on delete cascade
);

-- What follows can be made again from the file at any time; it need not survive a crash.
-- external_id: the row's own.
create unlogged table import_key (
  org_id      uuid not null,
  import_id   uuid not null,
  row_number  bigint not null,
  line        bigint not null,
  external_id text collate "C",
  kind        text collate "C" not null,
  key         text collate "C" not null,
  primary key (org_id, import_id, row_number, kind, key)
);

-- Which stored contacts hold a row's keys.
create unlogged table import_clue (
  org_id      uuid not null,
  import_id   uuid not null,
  row_number  bigint not null,
  line        bigint not null,
  external_id text collate "C",
  kind        text collate "C" not null,
  key         text collate "C" not null,
  contact_id  uuid not null,
  primary key (org_id, import_id, row_number, kind, key, contact_id)
);

-- A batch's rows as they were read, in JSON.
create unlogged table import_part (
  org_id    uuid not null,
  import_id uuid not null,
  batch     integer not null,
  drafts    bytea not null,
  primary key (org_id, import_id, batch)
);
alter table import_part alter column drafts set storage external;

-- Rows that share a contact, once more, each by itself.
create unlogged table import_row (
  org_id     uuid not null,
  import_id  uuid not null,
  row_number bigint not null,
  draft      bytea not null,
  primary key (org_id, import_id, row_number)
);

create unlogged table import_staged (
  org_id    uuid not null,
  import_id uuid not null,
  primary key (org_id, import_id)
);
