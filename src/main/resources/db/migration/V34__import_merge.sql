-- Stored contacts that an import found to be one, by the contact that stands for all of them: the oldest until they
-- are merged, then what became of them.
create table import_merge (
  org_id       uuid not null,
  import_id    uuid not null,
  contact_id   uuid not null,
  into_contact uuid not null,
  merged       boolean not null default false,
  primary key (org_id, import_id, contact_id),
  foreign key (org_id, import_id) references import on delete cascade
);
create index import_merge_into on import_merge (org_id, import_id, into_contact);
