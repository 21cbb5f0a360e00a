-- Pairs of contacts that look like one person, as the last look at the directory found them. Contacts that went since are
-- left out where pairs are read. The smaller id stands first.
create table duplicate_pair (
  org_id      uuid not null,
  one_id      uuid not null,
  other_id    uuid not null,
  division_id uuid not null,
  -- from 1, the most alike, on
  rank        smallint not null,
  by_number   boolean not null,
  by_email    boolean not null,
  by_name     boolean not null,
  primary key (org_id, one_id, other_id),
  check (one_id < other_id)
);
create index duplicate_pair_list on duplicate_pair (org_id, division_id, rank, one_id, other_id);
create index duplicate_pair_other on duplicate_pair (org_id, other_id);

-- Pairs that somebody said are two people; id is what the change log calls it.
create table not_duplicate (
  org_id      uuid not null,
  one_id      uuid not null,
  other_id    uuid not null,
  id          uuid not null,
  division_id uuid not null,
  rank        smallint not null,
  by_number   boolean not null,
  by_email    boolean not null,
  by_name     boolean not null,
  said_at     timestamptz not null,
  primary key (org_id, one_id, other_id),
  check (one_id < other_id)
);
create index not_duplicate_list on not_duplicate (org_id, division_id, id);

-- When an organization's directory was looked through last.
create table duplicate_look (
  org_id uuid not null,
  at     timestamptz not null,
  primary key (org_id),
  foreign key (org_id) references org
);
