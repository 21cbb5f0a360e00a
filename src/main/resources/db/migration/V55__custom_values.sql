-- Lists limited to a custom field's rare option. Most records of many directories have no custom field: those cost nothing.
create index contact_custom on contact using gin (custom_fields jsonb_path_ops) where custom_fields is not null;
create index organization_custom on organization using gin (custom_fields jsonb_path_ops) where custom_fields is not null;
