-- Where the numbers of such files are at home.
alter table import_csv_settings
  add region text;

-- Reasons apart from their language: pages say them in the viewer's.
alter table import_rejection
  add coded text;

alter table import
  add reason_coded text;
