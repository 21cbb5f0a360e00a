-- What becomes of a row that fits several contacts, where that is said by more than whether they are merged.
alter table import_settings
  add column several text check (several in ('REJECT', 'CORRECT_FIRST', 'MERGE'));

-- Of times without one; null for UTC.
alter table import_csv_settings add column time_zone text;

-- Where rows may go, if a column says where each goes; null where all go to division_id.
alter table import add column divisions uuid[];
