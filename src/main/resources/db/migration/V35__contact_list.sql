-- Whoever is rare in a list is found by an index of their own; both states are off unless somebody switches them, so
-- that an import seldom writes here.
create index contact_refusing_surveys on contact (org_id, division_id, id) where survey_opt_out;
create index contact_phone_sms on contact_phone (org_id, division_id, contact_id) where accepts_sms;

-- What one person's lists show, as they arranged it: an arrangement, no record, so that it has no history.
create table list_column (
  org_id      uuid not null,
  user_id     uuid not null,
  list        text not null check (list in ('contacts', 'organizations')),
  columns     text[] not null check (cardinality(columns) between 1 and 100),
  primary key (org_id, user_id, list),
  foreign key (org_id) references org
);
