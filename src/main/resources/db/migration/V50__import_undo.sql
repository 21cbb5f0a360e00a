-- Imports that are taken back: what that would do is counted first, then it is done, batch by batch of the import's
-- entries in the change log.
create table import_undo (
  org_id uuid not null,
  import_id uuid not null,
  -- Those that the import wrote to.
  divisions uuid[] not null,
  actor_kind text not null check (actor_kind in ('user', 'client')),
  actor_id uuid not null,
  actor_name text not null,
  removes_organizations boolean not null,
  -- Those whose organizations the one who ordered it may see: contacts may have worked for one of another division.
  seen_divisions uuid[] not null,
  state text not null check (state in ('counting', 'counted', 'running', 'done', 'failed')),
  reason text,
  -- The import's last entry: what follows is the undo's own.
  last_entry uuid not null,
  stage text not null check (stage in ('merges', 'contacts', 'organizations', 'words')),
  -- All before and including this is dealt with, in stages that go on one after the other.
  behind uuid,
  planned jsonb not null default '{"numbers": {}}',
  counted jsonb not null default '{"numbers": {}}',
  stage_started_at timestamptz,
  stage_from bigint not null default 0,
  stage_done bigint not null default 0,
  stage_total bigint not null default 0,
  ordered_at timestamptz not null,
  counted_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  paused_at timestamptz,
  epoch integer not null default 0,
  lease_until timestamptz,
  attempts integer not null default 0,
  primary key (org_id, import_id),
  foreign key (org_id, import_id) references import (org_id, id) on delete cascade
);

create index import_undo_work on import_undo (lease_until) where state in ('counting', 'running');

-- Batches of contacts that are dealt with, by the last of their entries: several are at once.
create table import_undo_batch (
  org_id uuid not null,
  import_id uuid not null,
  last_entry uuid not null,
  primary key (org_id, import_id, last_entry),
  foreign key (org_id, import_id) references import_undo (org_id, import_id) on delete cascade
);

-- What is not as it was before the import, and why.
create table import_undo_item (
  org_id uuid not null,
  import_id uuid not null,
  subject_id uuid not null,
  subject_kind text not null check (subject_kind in ('contact', 'organization')),
  outcome text not null,
  reason text not null,
  fields text[] not null default '{}',
  -- The organization that a contact works for all the same.
  employer_id uuid,
  primary key (org_id, import_id, subject_id),
  foreign key (org_id, import_id) references import_undo (org_id, import_id) on delete cascade
);

create index import_undo_employer on import_undo_item (org_id, import_id, employer_id) where employer_id is not null;
