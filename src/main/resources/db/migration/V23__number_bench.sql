-- Numbers that a source's rules must go on reading as they do.
create table kept_number (
  org_id     uuid not null references org,
  id         uuid not null,
  source_id  uuid not null,
  sent       text not null check (length(sent) between 1 and 100),
  expected   text collate "C" not null check (length(expected) between 1 and 300),
  created_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, source_id, sent),
  foreign key (org_id, source_id) references event_source (org_id, id) on delete cascade
);
