-- What becomes of a row that fits several contacts, where that is said by more than whether they are merged.
alter table import_settings
  add column several text check (several in ('REJECT', 'CORRECT_FIRST', 'MERGE'));
