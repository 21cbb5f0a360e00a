-- Contacts that were merged into another one. They left `contact` and everything that lists, search and look-up read, and
-- stay here whole: under their id they lead to the head of their tree, and an undo brings them back as they were.
create table merged_contact (
  org_id       uuid not null,
  id           uuid not null,
  division_id  uuid not null,
  -- the head of the tree
  canonical_id uuid not null,
  -- what it was merged into: the head, or another contact that was merged later
  merged_to    uuid not null,
  merged_at    timestamptz not null,
  type         text not null check (type in ('Ephemeral', 'Identified', 'Curated')),
  -- everything but the organization, whose removal must be noticed here
  details      jsonb not null,
  external_organization_id uuid,
  created_at   timestamptz not null,
  modified_at  timestamptz not null,
  version      integer not null,
  primary key (org_id, id),
  foreign key (org_id, canonical_id) references contact,
  foreign key (org_id, external_organization_id) references organization
    on delete set null (external_organization_id)
);
create index merged_contact_canonical on merged_contact (org_id, canonical_id);
create index merged_contact_organization on merged_contact (org_id, external_organization_id)
  where external_organization_id is not null;

-- Whether the contact is the head of a merge tree: who reads a contact that is none looks for no members.
alter table contact add column canonical boolean not null default false;

-- What points at a contact keeps pointing at it while it is merged away. Removal cuts the links itself.
alter table interaction drop constraint interaction_org_id_contact_id_fkey;
alter table caller_pick drop constraint caller_pick_org_id_contact_id_fkey;
