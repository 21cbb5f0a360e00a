-- The list of users is read by name, a page at a time.
create index app_user_name on app_user (org_id, lower(name), id);
