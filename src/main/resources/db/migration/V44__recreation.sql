-- The id of a contact that was made anew in another division leads to the one that stands for it now.
create table contact_successor (
  org_id      uuid not null,
  id          uuid not null,
  division_id uuid not null,
  contact_id  uuid not null,
  primary key (org_id, id)
);

create index contact_successor_contact on contact_successor (org_id, contact_id);

-- Where contacts are to be made anew; null for any other action.
alter table bulk_action add column target_division uuid;
