-- Whom an agent picked among several contacts with the same number; shown first the next time.
create table caller_pick (
  org_id     uuid not null,
  lookup_key text collate "C" not null,
  contact_id uuid not null,
  picked_by  uuid,
  picked_at  timestamptz not null,
  primary key (org_id, lookup_key),
  foreign key (org_id, contact_id) references contact on delete cascade
);
create index caller_pick_contact on caller_pick (org_id, contact_id);
