-- The log across records: who did it, and what belongs to no division, each newest first. Imports and the like append
-- to few ends of the first; the second has only what administrators change.
create index change_actor on change (org_id, actor_id, id);
create index change_undivided on change (org_id, id) where division_id is null;

-- How many days entries keep what they are about, and how far it is forgotten: what was before and after. No row is the
-- default.
create table change_retention (
  org_id    uuid primary key references org,
  days      integer not null check (days between 30 and 36500),
  forgotten uuid
);
