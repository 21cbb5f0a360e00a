-- What the list of organizations is limited by. Each index holds few of the kind that is rare, and lists the kinds.
create index organization_industry on organization (org_id, division_id, lower(industry), id) where industry is not null;
create index organization_phone on organization (org_id, division_id, (phone_number is not null), id);
create index organization_external_id_source on organization_external_id (org_id, source_id, division_id, organization_id);

-- The same of contacts: what other systems know, and what passes.
create index contact_external_id_source on contact_external_id (org_id, source_id, division_id, contact_id);
create index contact_passing_division on contact (org_id, division_id, type, id) where type <> 'Curated';

-- The tags of organizations, as filters find them: without regard to case.
create table organization_tag (
  org_id          uuid not null,
  organization_id uuid not null,
  tag_key         text collate "C" not null,
  tag             text not null,
  division_id     uuid not null,
  primary key (org_id, organization_id, tag_key),
  foreign key (org_id, organization_id) references organization (org_id, id) on delete cascade
);
create index organization_tag_search on organization_tag (org_id, division_id, tag_key, organization_id);

insert into organization_tag (org_id, organization_id, tag_key, tag, division_id)
select o.org_id, o.id, lower(btrim(t.tag)), t.tag, o.division_id
  from organization o
 cross join lateral unnest(o.tags) as t (tag)
    on conflict do nothing;
