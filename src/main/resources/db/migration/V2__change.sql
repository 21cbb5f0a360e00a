-- The change log: every write, whoever made it, appends here in its own transaction.
create table change (
  org_id       uuid not null,
  id           uuid not null,
  at           timestamptz not null,
  actor_kind   text not null check (actor_kind in ('user', 'client', 'system')),
  actor_id     uuid,
  origin       text not null check (origin in ('page', 'api', 'import', 'interaction', 'system')),
  -- the import, interaction or request the write belongs to
  origin_id    uuid,
  subject_kind text not null,
  subject_id   uuid not null,
  division_id  uuid,
  action       text not null check (action in ('added', 'changed', 'removed')),
  version      integer not null,
  -- only the fields that differ; null before an addition and after a removal. Read whole, never searched: json, which is
  -- stored as it comes.
  before       json,
  after        json,
  primary key (org_id, id)
);
create index change_subject on change (org_id, subject_id, id);
create index change_origin on change (org_id, origin_id, id) where origin_id is not null;
