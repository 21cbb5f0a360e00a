-- Some of the contacts or organizations that a dry run found to be changed or added, for people to look at: all rows, in JSON, that mean one.
create table import_sample (
  org_id     uuid not null,
  import_id  uuid not null,
  first_row  bigint not null,
  -- the contact or organization, where it is stored
  record_id  uuid,
  drafts     bytea not null,
  primary key (org_id, import_id, first_row),
  foreign key (org_id, import_id) references import on delete cascade
);

-- Rows that the dry run did not see to be rejected, and the run had to.
alter table import add column rejected_late bigint not null default 0;
