-- A person of ours and what they are to an external organization. Its division is the organization's; it goes with the
-- organization, and stays when the person may no longer sign in.
create table relationship (
  org_id           uuid not null,
  id               uuid not null,
  division_id      uuid not null,
  organization_id  uuid not null,
  user_id          uuid not null,
  relationship     text not null check (length(relationship) between 1 and 100),
  relationship_key text collate "C" not null,
  created_at       timestamptz not null,
  modified_at      timestamptz not null,
  version          integer not null,
  primary key (org_id, id),
  foreign key (org_id, organization_id) references organization,
  foreign key (org_id, user_id) references app_user
);
create index relationship_created on relationship (org_id, organization_id, created_at, id);
create index relationship_word on relationship (org_id, organization_id, relationship_key, id);
create index relationship_user on relationship (org_id, user_id);
