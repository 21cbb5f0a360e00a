-- Contacts that nobody made on purpose, the oldest first: those that may have expired.
create index contact_passing on contact (org_id, created_at, id) where type <> 'Curated';
