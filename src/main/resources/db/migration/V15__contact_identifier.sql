-- What a contact claimed apart from its fields, and what it let go of although its fields hold it. identifier_key is the
-- form that is looked up: a number's look-up key, an address in lower case. External ids stand in contact_external_id.
create table contact_identifier (
  org_id         uuid not null,
  contact_id     uuid not null,
  type           text not null,
  identifier_key text collate "C" not null,
  division_id    uuid not null,
  value          text not null,
  is_claim       boolean not null,
  created_at     timestamptz not null,
  primary key (org_id, contact_id, type, identifier_key),
  foreign key (org_id, contact_id) references contact on delete cascade
);
-- One claim of each value in a division; and the look-up.
create unique index contact_identifier_claim on contact_identifier (org_id, identifier_key, type, division_id)
  where is_claim;
