-- Scans and exports read one division after the other, each by id.
create index relationship_scan on relationship (org_id, division_id, id);
