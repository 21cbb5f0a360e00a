-- Saved ways to import, and what imports that are ordered through the public API know more than others.

create table import_settings (
  org_id     uuid not null references org,
  id         uuid not null,
  name       text not null check (length(name) between 1 and 255),
  -- 'email', 'phone', in the order in which they count
  match_on   text[] not null,
  merges     boolean not null,
  source_id  uuid not null,
  -- [{"name": "firstName", "included": true}]
  fields     jsonb not null,
  created_at timestamptz not null,
  version    integer not null,
  primary key (org_id, id)
);

-- What the columns of a file become.
create table import_csv_settings (
  org_id      uuid not null references org,
  id          uuid not null,
  settings_id uuid,
  -- [{"sourceField": "Name", "targetField": "$.firstName"}]
  mappings    jsonb not null,
  created_at  timestamptz not null,
  version     integer not null,
  primary key (org_id, id),
  foreign key (org_id, settings_id) references import_settings
);
create index import_csv_settings_of on import_csv_settings (org_id, settings_id, id);

alter table import
  -- the import_settings it was ordered with
  add column settings_id    uuid,
  -- for an upload: as announced, and until when one request has its bytes
  add column expected_bytes bigint,
  add column arriving_until timestamptz,
  -- what is wrong with the file
  add column validation     jsonb;
-- Uploads that never came.
create index import_unsent on import (created_at) where state = 'uploading';
