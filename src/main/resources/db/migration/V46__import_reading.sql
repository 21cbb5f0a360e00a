-- Where the numbers of such files are at home.
alter table import_csv_settings
  add region text;
