-- A removed source is hidden, but records keep what it called them: their external ids point at its row.
alter table external_source add column removed_at timestamptz;

-- By code point, so that one index serves the unique name, the ordered list and the search by a name's beginning.
drop index external_source_name;
create unique index external_source_name on external_source (org_id, (lower(name) collate "C")) where removed_at is null;
