-- The identifiers and tags among the custom fields of a record, by which it is found whole and in whatever case. Keys are
-- in lower case. As with the other child tables, a contact's rows are not held by a foreign key.
create table contact_custom_key (
  org_id      uuid not null,
  contact_id  uuid not null,
  field       text not null,
  value_key   text collate "C" not null,
  division_id uuid not null,
  primary key (org_id, contact_id, field, value_key)
);
create index contact_custom_key_search on contact_custom_key (org_id, division_id, value_key, contact_id);

create table organization_custom_key (
  org_id          uuid not null,
  organization_id uuid not null,
  field           text not null,
  value_key       text collate "C" not null,
  division_id     uuid not null,
  primary key (org_id, organization_id, field, value_key),
  foreign key (org_id, organization_id) references organization on delete cascade
);
create index organization_custom_key_search
    on organization_custom_key (org_id, division_id, value_key, organization_id);
