-- External organizations and contacts. A contact's child rows and its division are not held by foreign keys: checking
-- them would be the dearest part of an import. Contacts are removed with all their rows by one statement after the other,
-- in one place, and divisions are never removed. Keys named *_key are folded by the application (lower case, accents removed)
-- and sorted by code point, so that one B-tree serves ordered lists and prefix search.
-- A record never changes its division; child rows may therefore repeat it.

create table organization (
  org_id              uuid not null,
  id                  uuid not null,
  division_id         uuid not null,
  name                text not null check (length(name) between 1 and 1000),
  name_key            text collate "C" not null,
  company_type        text,
  industry            text,
  address             jsonb,
  phone_number        jsonb,
  fax_number          jsonb,
  employee_count      bigint,
  revenue             bigint,
  tags                text[] not null default '{}',
  websites            text[] not null default '{}',
  tickers             jsonb,
  twitter             jsonb,
  external_system_url text,
  schema_id           uuid,
  schema_version      integer,
  custom_fields       jsonb,
  external_ids        jsonb,
  created_at          timestamptz not null,
  modified_at         timestamptz not null,
  version             integer not null,
  primary key (org_id, id),
  foreign key (org_id, division_id) references division
);
create index organization_name on organization (org_id, division_id, name_key, id);

-- As contact_phrase: the name from its second word, its third, ….
create table organization_phrase (
  org_id          uuid not null,
  organization_id uuid not null,
  phrase          text collate "C" not null,
  division_id     uuid not null,
  primary key (org_id, organization_id, phrase),
  foreign key (org_id, organization_id) references organization on delete cascade
);
create index organization_phrase_search on organization_phrase (org_id, division_id, phrase, organization_id);

create table contact (
  org_id                   uuid not null,
  id                       uuid not null,
  division_id              uuid not null,
  type                     text not null check (type in ('Ephemeral', 'Identified', 'Curated')),
  first_name               text,
  middle_name              text,
  last_name                text,
  salutation               text,
  title                    text,
  name_key                 text collate "C" not null,
  surname_key              text collate "C" not null,
  external_organization_id uuid,
  survey_opt_out           boolean not null default false,
  external_system_url      text,
  address                  jsonb,
  handles                  jsonb,
  schema_id                uuid,
  schema_version           integer,
  custom_fields            jsonb,
  external_ids             jsonb,
  created_at               timestamptz not null,
  modified_at              timestamptz not null,
  version                  integer not null,
  primary key (org_id, id),
  foreign key (org_id, external_organization_id) references organization
);
create index contact_surname on contact (org_id, division_id, surname_key, id);
create index contact_name on contact (org_id, division_id, name_key, id);
create index contact_organization on contact (org_id, external_organization_id, division_id, surname_key, id)
  where external_organization_id is not null;

-- A name once more from each word that begins neither key: every word of a name is found by its beginning.
create table contact_phrase (
  org_id      uuid not null,
  contact_id  uuid not null,
  phrase      text collate "C" not null,
  division_id uuid not null,
  primary key (org_id, contact_id, phrase)
);
create index contact_phrase_search on contact_phrase (org_id, division_id, phrase, contact_id);

-- lookup_key: the one exact form that a stored number and a caller's number share (package phone).
create table contact_phone (
  org_id       uuid not null,
  contact_id   uuid not null,
  position     smallint not null,
  division_id  uuid not null,
  label        text not null,
  user_input   text not null,
  display      text not null,
  e164         text,
  extension    text,
  country_code text,
  region       text,
  accepts_sms  boolean not null default false,
  lookup_key   text collate "C",
  digits       text collate "C" not null,
  -- every four digits in a row, each mixed with the division (DigitGrams)
  digit_grams  integer[] not null,
  primary key (org_id, contact_id, position)
);
-- Look-up, and search by the first digits, without a visit to the table.
create index contact_phone_lookup on contact_phone (org_id, lookup_key, division_id, contact_id)
  where lookup_key is not null;
-- Search by the last digits and by any others.
create index contact_phone_digits on contact_phone using gin (digit_grams);

create table contact_email (
  org_id      uuid not null,
  contact_id  uuid not null,
  position    smallint not null,
  division_id uuid not null,
  label       text not null,
  address     text not null,
  email_key   text collate "C" not null,
  domain      text collate "C" not null generated always as (split_part(email_key, '@', 2)) stored,
  primary key (org_id, contact_id, position)
);
-- Look-up, and search by the beginning.
create index contact_email_key on contact_email (org_id, division_id, email_key, contact_id);
create index contact_email_domain on contact_email (org_id, division_id, domain);

-- One row per handle that can be looked up; what is shown stands in contact.handles.
create table contact_handle (
  org_id      uuid not null,
  contact_id  uuid not null,
  channel     text not null,
  handle_key  text collate "C" not null,
  division_id uuid not null,
  primary key (org_id, contact_id, channel, handle_key)
);
create index contact_handle_key on contact_handle (org_id, division_id, handle_key, contact_id);

create table external_source (
  org_id       uuid not null references org,
  id           uuid not null,
  name         text not null check (length(name) between 1 and 200),
  active       boolean not null,
  uri_template text,
  created_at   timestamptz not null,
  version      integer not null,
  primary key (org_id, id)
);
create unique index external_source_name on external_source (org_id, lower(name));

-- An external id names at most one contact in a division. The value leads: search does not know the source.
create table contact_external_id (
  org_id      uuid not null,
  source_id   uuid not null,
  value       text collate "C" not null,
  division_id uuid not null,
  contact_id  uuid not null,
  primary key (org_id, value, source_id, division_id),
  foreign key (org_id, source_id) references external_source
);
create index contact_external_id_contact on contact_external_id (org_id, contact_id);

create table organization_external_id (
  org_id          uuid not null,
  source_id       uuid not null,
  value           text collate "C" not null,
  division_id     uuid not null,
  organization_id uuid not null,
  primary key (org_id, source_id, value, division_id),
  foreign key (org_id, organization_id) references organization on delete cascade,
  foreign key (org_id, source_id) references external_source
);
create index organization_external_id_organization on organization_external_id (org_id, organization_id);

-- The distinct words of names, for what is mistyped. neighbours: see Spelling.
create table search_word (
  org_id     uuid not null references org,
  word       text collate "C" not null,
  neighbours integer[] not null,
  primary key (org_id, word)
);
create index search_word_neighbours on search_word using gin (neighbours);
