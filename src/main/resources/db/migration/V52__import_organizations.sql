-- Organizations that rows say more of than a name, each row's part of one in JSON.
create table import_organization_row (
  org_id      uuid not null,
  import_id   uuid not null,
  row_number  bigint not null,
  line        bigint not null,
  division_id uuid not null,
  external_id text collate "C",
  name        text not null,
  name_key    text collate "C" not null,
  -- hosts of its websites with blanks between them, where rows are recognised by them
  sites       text,
  draft       bytea not null,
  primary key (org_id, import_id, row_number),
  foreign key (org_id, import_id) references import on delete cascade
);

-- Which organization each of these rows means: a stored one, or the one that the row first_row adds.
create table import_organization_target (
  org_id          uuid not null,
  import_id       uuid not null,
  row_number      bigint not null,
  first_row       bigint not null,
  organization_id uuid,
  primary key (org_id, import_id, row_number),
  foreign key (org_id, import_id) references import on delete cascade
);
create index import_organization_target_group on import_organization_target (org_id, import_id, first_row, row_number);

-- What the dry run foresaw of organizations beside contacts, what is applied of it, and up to which first_row.
alter table import
  add column organizations_will_add    bigint not null default 0,
  add column organizations_will_change bigint not null default 0,
  add column organizations_will_keep   bigint not null default 0,
  add column organizations_added       bigint not null default 0,
  add column organizations_changed     bigint not null default 0,
  add column organizations_kept        bigint not null default 0,
  add column organizations_behind      bigint not null default -1;

-- What the rows of a file are.
alter table import_csv_settings add column kind text not null default 'contacts' check (kind in ('contacts', 'organizations'));
