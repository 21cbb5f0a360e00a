-- That several contacts hold a caller's number is kept apart from that nobody does.
alter table interaction drop constraint interaction_match_kind_check;
alter table interaction add constraint interaction_match_kind_check
      check (match_kind in ('none', 'several', 'number', 'picked', 'attached', 'created', 'detached'));

-- How many inbound calls and messages of a day (UTC) were recognized; counted by a chore (class CallFigures).
create table interaction_day (
  org_id   uuid not null references org,
  day      date not null,
  matched  bigint not null,
  several  bigint not null,
  unknown  bigint not null,
  withheld bigint not null,
  primary key (org_id, day)
);

-- The numbers that called most in the last days and belonged to nobody.
create table unknown_caller (
  org_id           uuid not null references org,
  lookup_key       text collate "C" not null,
  calls            bigint not null,
  last_interaction uuid not null,
  primary key (org_id, lookup_key)
);

-- Up to which interaction everything is counted.
create table interaction_count (
  org_id     uuid primary key references org,
  counted_to uuid not null
);
