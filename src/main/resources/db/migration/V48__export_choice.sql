-- What people choose of an export on its page: whom it is of, which columns, and how its file is written.
alter table export add column selection jsonb;
alter table export add column columns text[];
alter table export add column format text not null default 'csv' check (format in ('csv', 'xlsx', 'jsonl'));
