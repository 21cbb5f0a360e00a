-- Scans and exports go through one division after the other, by id.
create index contact_scan on contact (org_id, division_id, id);
create index organization_scan on organization (org_id, division_id, id);
create index note_scan on note (org_id, division_id, id);
