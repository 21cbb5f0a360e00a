-- The organization in whose name an external organization trusts ours: an id that its own installation knows. In a
-- division each stands for one external organization at most.
create table organization_trustor (
  org_id          uuid not null,
  organization_id uuid not null,
  division_id     uuid not null,
  trustor_id      uuid not null,
  created_at      timestamptz not null,
  primary key (org_id, organization_id),
  unique (org_id, trustor_id, division_id),
  foreign key (org_id, organization_id) references organization on delete cascade
);

-- What an organization of ours chose for its directory; no row is the default.
create table directory_setting (
  org_id                 uuid primary key references org,
  -- whether a person must choose the division of a contact they create, instead of finding one chosen
  picks_contact_division boolean not null,
  -- kept and told; nothing follows from it, since interactions belong to no division
  picks_interaction_division boolean not null
);
