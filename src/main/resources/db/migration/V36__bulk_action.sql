-- Actions on many contacts: who is meant, what became of each, and what an undo needs beyond the change log.
create table bulk_action (
  org_id         uuid not null,
  id             uuid not null,
  kind           text not null check (kind in ('delete', 'refuse-surveys', 'sms-off', 'recreate')),
  selection      jsonb not null,
  divisions      uuid[] not null,
  may_divisions  uuid[] not null,
  actor_kind     text not null check (actor_kind in ('user', 'client')),
  actor_id       uuid not null,
  actor_name     text not null,
  state          text not null
    check (state in ('counting', 'ready', 'running', 'done', 'undoing', 'undone', 'cancelled', 'failed')),
  reason         text,
  counts         jsonb not null default '{"numbers": {}}',
  after_division uuid,
  after_id       uuid,
  phase_started_at timestamptz not null,
  created_at     timestamptz not null,
  finished_at    timestamptz,
  epoch          integer not null default 0,
  lease_until    timestamptz,
  attempts       integer not null default 0,
  primary key (org_id, id),
  foreign key (org_id) references org
);

create index bulk_action_work on bulk_action (lease_until) where state in ('counting', 'running', 'undoing');
create index bulk_action_age on bulk_action (created_at);

-- No foreign key to the contact: it may be gone.
create table bulk_item (
  org_id      uuid not null,
  action_id   uuid not null,
  contact_id  uuid not null,
  division_id uuid not null,
  outcome     text not null,
  kept        jsonb,
  primary key (org_id, action_id, contact_id),
  foreign key (org_id, action_id) references bulk_action on delete cascade
);
