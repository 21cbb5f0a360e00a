-- Schemas of custom fields. They belong to a whole organization. A schema is never taken away, since records follow its
-- versions: deleted is a mark.
create table custom_schema (
  org_id          uuid not null,
  id              uuid not null,
  kind            text not null check (kind in ('contact', 'organization')),
  name            text not null check (length(name) between 1 and 100),
  -- the newest
  version         integer not null,
  enabled         boolean not null,
  deleted         boolean not null default false,
  created_by_kind text not null check (created_by_kind in ('user', 'client', 'system')),
  created_by      uuid,
  created_at      timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id) references org
);
create unique index custom_schema_name on custom_schema (org_id, kind, lower(name)) where not deleted;

-- Never changes once it is there.
create table custom_schema_version (
  org_id    uuid not null,
  schema_id uuid not null,
  version   integer not null,
  name      text not null,
  enabled   boolean not null,
  -- json, not jsonb: fields keep their order
  document  json not null,
  primary key (org_id, schema_id, version),
  foreign key (org_id, schema_id) references custom_schema
);
