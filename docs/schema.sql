create table access_grant (
  org_id uuid not null,
  subject_id uuid not null,
  role_id uuid not null,
  division_id uuid not null,
  granted_at timestamp with time zone,
  constraint access_grant_pkey PRIMARY KEY (org_id, subject_id, role_id, division_id),
  constraint access_grant_org_id_division_id_fkey FOREIGN KEY (org_id, division_id) REFERENCES division(org_id, id),
  constraint access_grant_org_id_role_id_fkey FOREIGN KEY (org_id, role_id) REFERENCES role(org_id, id)
);
CREATE INDEX access_grant_division ON public.access_grant USING btree (org_id, division_id);
CREATE INDEX access_grant_role ON public.access_grant USING btree (org_id, role_id);

create table access_token (
  org_id uuid not null,
  token_hash bytea not null,
  client_id uuid not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  login_id uuid,
  used_at timestamp with time zone,
  constraint access_token_pkey PRIMARY KEY (org_id, token_hash),
  constraint access_token_org_id_client_id_fkey FOREIGN KEY (org_id, client_id) REFERENCES oauth_client(org_id, id) ON DELETE CASCADE,
  constraint access_token_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint access_token_org_id_login_id_fkey FOREIGN KEY (org_id, login_id) REFERENCES oauth_login(org_id, id) ON DELETE CASCADE
);
CREATE INDEX access_token_client ON public.access_token USING btree (org_id, client_id);
CREATE INDEX access_token_expiry ON public.access_token USING btree (expires_at);
CREATE INDEX access_token_login ON public.access_token USING btree (org_id, login_id) WHERE (login_id IS NOT NULL);

create table agent_device (
  org_id uuid not null,
  source_id uuid not null,
  device_key text collate "C" not null,
  user_id uuid not null,
  constraint agent_device_pkey PRIMARY KEY (org_id, source_id, device_key),
  constraint agent_device_org_id_source_id_fkey FOREIGN KEY (org_id, source_id) REFERENCES event_source(org_id, id) ON DELETE CASCADE,
  constraint agent_device_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, id) ON DELETE CASCADE
);

create table app_user (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  email text not null,
  email_key text collate "C" not null,
  state text not null,
  password_hash text,
  failed_sign_ins integer not null default 0,
  locked_until timestamp with time zone,
  created_at timestamp with time zone not null,
  version integer not null,
  constraint app_user_pkey PRIMARY KEY (org_id, id),
  constraint app_user_org_id_email_key_key UNIQUE (org_id, email_key),
  constraint app_user_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint app_user_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint app_user_state_check CHECK ((state = ANY (ARRAY['active'::text, 'inactive'::text])))
);
CREATE INDEX app_user_email ON public.app_user USING btree (email_key);
CREATE INDEX app_user_name ON public.app_user USING btree (org_id, lower(name), id);

create table bulk_action (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  selection jsonb not null,
  divisions uuid[] not null,
  may_divisions uuid[] not null,
  actor_kind text not null,
  actor_id uuid not null,
  actor_name text not null,
  state text not null,
  reason text,
  counts jsonb not null default '{"numbers": {}}'::jsonb,
  after_division uuid,
  after_id uuid,
  phase_started_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  epoch integer not null default 0,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  target_division uuid,
  constraint bulk_action_pkey PRIMARY KEY (org_id, id),
  constraint bulk_action_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint bulk_action_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'client'::text]))),
  constraint bulk_action_kind_check CHECK ((kind = ANY (ARRAY['delete'::text, 'refuse-surveys'::text, 'sms-off'::text, 'recreate'::text, 'delete-organizations'::text]))),
  constraint bulk_action_state_check CHECK ((state = ANY (ARRAY['counting'::text, 'ready'::text, 'running'::text, 'done'::text, 'undoing'::text, 'undone'::text, 'cancelled'::text, 'failed'::text])))
);
CREATE INDEX bulk_action_age ON public.bulk_action USING btree (created_at);
CREATE INDEX bulk_action_work ON public.bulk_action USING btree (lease_until) WHERE (state = ANY (ARRAY['counting'::text, 'running'::text, 'undoing'::text]));

create table bulk_item (
  org_id uuid not null,
  action_id uuid not null,
  subject_id uuid not null,
  division_id uuid not null,
  outcome text not null,
  kept jsonb,
  constraint bulk_item_pkey PRIMARY KEY (org_id, action_id, subject_id),
  constraint bulk_item_org_id_action_id_fkey FOREIGN KEY (org_id, action_id) REFERENCES bulk_action(org_id, id) ON DELETE CASCADE
);

create table caller_pick (
  org_id uuid not null,
  lookup_key text collate "C" not null,
  contact_id uuid not null,
  picked_by uuid,
  picked_at timestamp with time zone not null,
  constraint caller_pick_pkey PRIMARY KEY (org_id, lookup_key)
);
CREATE INDEX caller_pick_contact ON public.caller_pick USING btree (org_id, contact_id);

create table change (
  org_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  origin text not null,
  origin_id uuid,
  subject_kind text not null,
  subject_id uuid not null,
  division_id uuid,
  action text not null,
  version integer not null,
  before json,
  after json,
  constraint change_pkey PRIMARY KEY (org_id, id),
  constraint change_action_check CHECK ((action = ANY (ARRAY['added'::text, 'changed'::text, 'removed'::text]))),
  constraint change_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'client'::text, 'system'::text]))),
  constraint change_origin_check CHECK ((origin = ANY (ARRAY['page'::text, 'api'::text, 'import'::text, 'interaction'::text, 'system'::text])))
);
CREATE INDEX change_actor ON public.change USING btree (org_id, actor_id, id);
CREATE INDEX change_origin ON public.change USING btree (org_id, origin_id, id) WHERE (origin_id IS NOT NULL);
CREATE INDEX change_subject ON public.change USING btree (org_id, subject_id, id);
CREATE INDEX change_undivided ON public.change USING btree (org_id, id) WHERE (division_id IS NULL);

create table change_retention (
  org_id uuid not null,
  days integer not null,
  forgotten uuid,
  constraint change_retention_pkey PRIMARY KEY (org_id),
  constraint change_retention_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint change_retention_days_check CHECK (((days >= 30) AND (days <= 36500)))
);

create table contact (
  org_id uuid not null,
  id uuid not null,
  division_id uuid not null,
  type text not null,
  first_name text,
  middle_name text,
  last_name text,
  salutation text,
  title text,
  name_key text collate "C" not null,
  surname_key text collate "C" not null,
  external_organization_id uuid,
  survey_opt_out boolean not null default false,
  external_system_url text,
  address jsonb,
  handles jsonb,
  schema_id uuid,
  schema_version integer,
  custom_fields jsonb,
  external_ids jsonb,
  created_at timestamp with time zone not null,
  modified_at timestamp with time zone not null,
  version integer not null,
  canonical boolean not null default false,
  constraint contact_pkey PRIMARY KEY (org_id, id),
  constraint contact_org_id_external_organization_id_fkey FOREIGN KEY (org_id, external_organization_id) REFERENCES organization(org_id, id),
  constraint contact_type_check CHECK ((type = ANY (ARRAY['Ephemeral'::text, 'Identified'::text, 'Curated'::text])))
);
CREATE INDEX contact_custom ON public.contact USING gin (custom_fields jsonb_path_ops) WHERE (custom_fields IS NOT NULL);
CREATE INDEX contact_name ON public.contact USING btree (org_id, division_id, name_key, id);
CREATE INDEX contact_organization ON public.contact USING btree (org_id, external_organization_id, division_id, surname_key, id) WHERE (external_organization_id IS NOT NULL);
CREATE INDEX contact_passing ON public.contact USING btree (org_id, created_at, id) WHERE (type <> 'Curated'::text);
CREATE INDEX contact_passing_division ON public.contact USING btree (org_id, division_id, type, id) WHERE (type <> 'Curated'::text);
CREATE INDEX contact_refusing_surveys ON public.contact USING btree (org_id, division_id, id) WHERE survey_opt_out;
CREATE INDEX contact_scan ON public.contact USING btree (org_id, division_id, id);
CREATE INDEX contact_surname ON public.contact USING btree (org_id, division_id, surname_key, id);

create table contact_custom_key (
  org_id uuid not null,
  contact_id uuid not null,
  field text not null,
  value_key text collate "C" not null,
  division_id uuid not null,
  constraint contact_custom_key_pkey PRIMARY KEY (org_id, contact_id, field, value_key)
);
CREATE INDEX contact_custom_key_search ON public.contact_custom_key USING btree (org_id, division_id, value_key, contact_id);

create table contact_email (
  org_id uuid not null,
  contact_id uuid not null,
  position smallint not null,
  division_id uuid not null,
  label text not null,
  address text not null,
  email_key text collate "C" not null,
  domain text collate "C" not null default split_part(email_key, '@'::text, 2),
  constraint contact_email_pkey PRIMARY KEY (org_id, contact_id, "position")
);
CREATE INDEX contact_email_domain ON public.contact_email USING btree (org_id, division_id, domain);
CREATE INDEX contact_email_key ON public.contact_email USING btree (org_id, division_id, email_key, contact_id);

create table contact_external_id (
  org_id uuid not null,
  source_id uuid not null,
  value text collate "C" not null,
  division_id uuid not null,
  contact_id uuid not null,
  constraint contact_external_id_pkey PRIMARY KEY (org_id, value, source_id, division_id),
  constraint contact_external_id_org_id_source_id_fkey FOREIGN KEY (org_id, source_id) REFERENCES external_source(org_id, id)
);
CREATE INDEX contact_external_id_contact ON public.contact_external_id USING btree (org_id, contact_id);
CREATE INDEX contact_external_id_source ON public.contact_external_id USING btree (org_id, source_id, division_id, contact_id);

create table contact_handle (
  org_id uuid not null,
  contact_id uuid not null,
  channel text not null,
  handle_key text collate "C" not null,
  division_id uuid not null,
  constraint contact_handle_pkey PRIMARY KEY (org_id, contact_id, channel, handle_key)
);
CREATE INDEX contact_handle_key ON public.contact_handle USING btree (org_id, division_id, handle_key, contact_id);

create table contact_identifier (
  org_id uuid not null,
  contact_id uuid not null,
  type text not null,
  identifier_key text collate "C" not null,
  division_id uuid not null,
  value text not null,
  is_claim boolean not null,
  created_at timestamp with time zone not null,
  origin_id uuid,
  constraint contact_identifier_pkey PRIMARY KEY (org_id, contact_id, type, identifier_key)
);
CREATE UNIQUE INDEX contact_identifier_claim ON public.contact_identifier USING btree (org_id, identifier_key, type, division_id) WHERE is_claim;

create table contact_phone (
  org_id uuid not null,
  contact_id uuid not null,
  position smallint not null,
  division_id uuid not null,
  label text not null,
  user_input text not null,
  display text not null,
  e164 text,
  extension text,
  country_code text,
  region text,
  accepts_sms boolean not null default false,
  lookup_key text collate "C",
  digits text collate "C" not null,
  digit_grams integer[] not null,
  constraint contact_phone_pkey PRIMARY KEY (org_id, contact_id, "position")
);
CREATE INDEX contact_phone_digits ON public.contact_phone USING gin (digit_grams);
CREATE INDEX contact_phone_lookup ON public.contact_phone USING btree (org_id, lookup_key, division_id, contact_id) WHERE (lookup_key IS NOT NULL);
CREATE INDEX contact_phone_sms ON public.contact_phone USING btree (org_id, division_id, contact_id) WHERE accepts_sms;

create table contact_phrase (
  org_id uuid not null,
  contact_id uuid not null,
  phrase text collate "C" not null,
  division_id uuid not null,
  constraint contact_phrase_pkey PRIMARY KEY (org_id, contact_id, phrase)
);
CREATE INDEX contact_phrase_search ON public.contact_phrase USING btree (org_id, division_id, phrase, contact_id);

create table contact_successor (
  org_id uuid not null,
  id uuid not null,
  division_id uuid not null,
  contact_id uuid not null,
  constraint contact_successor_pkey PRIMARY KEY (org_id, id)
);
CREATE INDEX contact_successor_contact ON public.contact_successor USING btree (org_id, contact_id);

create table custom_schema (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  version integer not null,
  enabled boolean not null,
  deleted boolean not null default false,
  created_by_kind text not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  offered_first boolean not null default false,
  constraint custom_schema_pkey PRIMARY KEY (org_id, id),
  constraint custom_schema_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint custom_schema_created_by_kind_check CHECK ((created_by_kind = ANY (ARRAY['user'::text, 'client'::text, 'system'::text]))),
  constraint custom_schema_kind_check CHECK ((kind = ANY (ARRAY['contact'::text, 'organization'::text]))),
  constraint custom_schema_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
CREATE UNIQUE INDEX custom_schema_name ON public.custom_schema USING btree (org_id, kind, lower(name)) WHERE (NOT deleted);

create table custom_schema_version (
  org_id uuid not null,
  schema_id uuid not null,
  version integer not null,
  name text not null,
  enabled boolean not null,
  document json not null,
  constraint custom_schema_version_pkey PRIMARY KEY (org_id, schema_id, version),
  constraint custom_schema_version_org_id_schema_id_fkey FOREIGN KEY (org_id, schema_id) REFERENCES custom_schema(org_id, id)
);

create table directory_setting (
  org_id uuid not null,
  picks_contact_division boolean not null,
  picks_interaction_division boolean not null,
  constraint directory_setting_pkey PRIMARY KEY (org_id),
  constraint directory_setting_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id)
);

create table division (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  created_at timestamp with time zone not null,
  description text,
  removed_at timestamp with time zone,
  constraint division_pkey PRIMARY KEY (org_id, id),
  constraint division_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint division_description_check CHECK ((length(description) <= 1000)),
  constraint division_kind_check CHECK ((kind = ANY (ARRAY['home'::text, 'starred'::text, 'plain'::text]))),
  constraint division_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE UNIQUE INDEX division_kind ON public.division USING btree (org_id, kind) WHERE (kind <> 'plain'::text);
CREATE UNIQUE INDEX division_name ON public.division USING btree (org_id, lower(name)) WHERE (removed_at IS NULL);

create table duplicate_look (
  org_id uuid not null,
  at timestamp with time zone not null,
  constraint duplicate_look_pkey PRIMARY KEY (org_id),
  constraint duplicate_look_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id)
);

create table duplicate_pair (
  org_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  division_id uuid not null,
  rank smallint not null,
  by_number boolean not null,
  by_email boolean not null,
  by_name boolean not null,
  constraint duplicate_pair_pkey PRIMARY KEY (org_id, one_id, other_id),
  constraint duplicate_pair_check CHECK ((one_id < other_id))
);
CREATE INDEX duplicate_pair_list ON public.duplicate_pair USING btree (org_id, division_id, rank, one_id, other_id);
CREATE INDEX duplicate_pair_other ON public.duplicate_pair USING btree (org_id, other_id);

create table event_source (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  region text,
  outside_line text not null default ''::text,
  international text not null default ''::text,
  national text not null default ''::text,
  without_plus boolean not null default false,
  secret bytea,
  created_at timestamp with time zone not null,
  version integer not null,
  constraint event_source_pkey PRIMARY KEY (org_id, id),
  constraint event_source_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint event_source_international_check CHECK ((international ~ '^\d{0,8}$'::text)),
  constraint event_source_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint event_source_national_check CHECK (("national" ~ '^\d{0,8}$'::text)),
  constraint event_source_outside_line_check CHECK ((outside_line ~ '^\d{0,8}$'::text)),
  constraint event_source_region_check CHECK ((region ~ '^[A-Z]{2}$'::text))
);
CREATE INDEX event_source_id ON public.event_source USING btree (id);
CREATE UNIQUE INDEX event_source_name ON public.event_source USING btree (org_id, lower(name));

create table export (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  division_ids text[],
  divisions uuid[] not null,
  query jsonb not null,
  max_rows bigint not null,
  actor_kind text not null,
  actor_id uuid not null,
  actor_name text not null,
  state text not null,
  reason text,
  row_count bigint not null default 0,
  pieces integer not null default 0,
  after_division uuid,
  after_id uuid,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  epoch integer not null default 0,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  selection jsonb,
  columns text[],
  format text not null default 'csv'::text,
  constraint export_pkey PRIMARY KEY (org_id, id),
  constraint export_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint export_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'client'::text]))),
  constraint export_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text, 'jsonl'::text]))),
  constraint export_kind_check CHECK ((kind = ANY (ARRAY['contacts'::text, 'organizations'::text, 'notes'::text, 'relationships'::text]))),
  constraint export_state_check CHECK ((state = ANY (ARRAY['running'::text, 'succeeded'::text, 'failed'::text])))
);
CREATE INDEX export_age ON public.export USING btree (created_at);
CREATE INDEX export_history ON public.export USING btree (org_id, kind, id);
CREATE INDEX export_work ON public.export USING btree (lease_until) WHERE (state = 'running'::text);

create table export_piece (
  org_id uuid not null,
  export_id uuid not null,
  position integer not null,
  bytes bytea not null,
  constraint export_piece_pkey PRIMARY KEY (org_id, export_id, "position"),
  constraint export_piece_org_id_export_id_fkey FOREIGN KEY (org_id, export_id) REFERENCES export(org_id, id) ON DELETE CASCADE
);

create table external_source (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  active boolean not null,
  uri_template text,
  created_at timestamp with time zone not null,
  version integer not null,
  removed_at timestamp with time zone,
  constraint external_source_pkey PRIMARY KEY (org_id, id),
  constraint external_source_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint external_source_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE UNIQUE INDEX external_source_name ON public.external_source USING btree (org_id, lower(name) COLLATE "C") WHERE (removed_at IS NULL);

create table import (
  org_id uuid not null,
  id uuid not null,
  division_id uuid,
  file_name text not null,
  bytes bigint not null,
  actor_kind text not null,
  actor_id uuid not null,
  actor_name text not null,
  region text not null,
  state text not null,
  settings jsonb,
  reason text,
  phase text not null default ''::text,
  phase_started_at timestamp with time zone,
  phase_from bigint not null default 0,
  phase_done bigint not null default 0,
  phase_total bigint not null default 0,
  rows_read bigint not null default 0,
  will_add bigint not null default 0,
  will_change bigint not null default 0,
  will_keep bigint not null default 0,
  rejected bigint not null default 0,
  ambiguous bigint not null default 0,
  added bigint not null default 0,
  changed bigint not null default 0,
  kept bigint not null default 0,
  groups_behind bigint not null default '-1'::integer,
  created_at timestamp with time zone not null,
  check_started_at timestamp with time zone,
  checked_at timestamp with time zone,
  run_started_at timestamp with time zone,
  finished_at timestamp with time zone,
  epoch integer not null default 0,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  settings_id uuid,
  expected_bytes bigint,
  arriving_until timestamp with time zone,
  validation jsonb,
  reason_coded text,
  paused_at timestamp with time zone,
  rejected_late bigint not null default 0,
  organizations_will_add bigint not null default 0,
  organizations_will_change bigint not null default 0,
  organizations_will_keep bigint not null default 0,
  organizations_added bigint not null default 0,
  organizations_changed bigint not null default 0,
  organizations_kept bigint not null default 0,
  organizations_behind bigint not null default '-1'::integer,
  divisions uuid[],
  constraint import_pkey PRIMARY KEY (org_id, id),
  constraint import_org_id_division_id_fkey FOREIGN KEY (org_id, division_id) REFERENCES division(org_id, id),
  constraint import_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint import_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'client'::text]))),
  constraint import_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  constraint import_state_check CHECK ((state = ANY (ARRAY['uploading'::text, 'uploaded'::text, 'checking'::text, 'checked'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX import_history ON public.import USING btree (org_id, id DESC);
CREATE INDEX import_unsent ON public.import USING btree (created_at) WHERE (state = 'uploading'::text);
CREATE INDEX import_work ON public.import USING btree (lease_until) WHERE (state = ANY (ARRAY['checking'::text, 'running'::text]));

create table import_batch (
  org_id uuid not null,
  import_id uuid not null,
  batch integer not null,
  constraint import_batch_pkey PRIMARY KEY (org_id, import_id, batch),
  constraint import_batch_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES import(org_id, id) ON DELETE CASCADE
);

create table import_chunk (
  org_id uuid not null,
  import_id uuid not null,
  position integer not null,
  bytes bytea not null,
  constraint import_chunk_pkey PRIMARY KEY (org_id, import_id, "position"),
  constraint import_chunk_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES import(org_id, id) ON DELETE CASCADE
);

create table import_clue (
  org_id uuid not null,
  import_id uuid not null,
  row_number bigint not null,
  line bigint not null,
  external_id text collate "C",
  kind text collate "C" not null,
  key text collate "C" not null,
  contact_id uuid not null,
  constraint import_clue_pkey PRIMARY KEY (org_id, import_id, row_number, kind, key, contact_id)
);

create table import_csv_settings (
  org_id uuid not null,
  id uuid not null,
  settings_id uuid,
  mappings jsonb not null,
  created_at timestamp with time zone not null,
  version integer not null,
  region text,
  kind text not null default 'contacts'::text,
  time_zone text,
  constraint import_csv_settings_pkey PRIMARY KEY (org_id, id),
  constraint import_csv_settings_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint import_csv_settings_org_id_settings_id_fkey FOREIGN KEY (org_id, settings_id) REFERENCES import_settings(org_id, id),
  constraint import_csv_settings_kind_check CHECK ((kind = ANY (ARRAY['contacts'::text, 'organizations'::text])))
);
CREATE INDEX import_csv_settings_of ON public.import_csv_settings USING btree (org_id, settings_id, id);

create table import_key (
  org_id uuid not null,
  import_id uuid not null,
  row_number bigint not null,
  line bigint not null,
  external_id text collate "C",
  kind text collate "C" not null,
  key text collate "C" not null,
  constraint import_key_pkey PRIMARY KEY (org_id, import_id, row_number, kind, key)
);

create table import_merge (
  org_id uuid not null,
  import_id uuid not null,
  contact_id uuid not null,
  into_contact uuid not null,
  merged boolean not null default false,
  constraint import_merge_pkey PRIMARY KEY (org_id, import_id, contact_id),
  constraint import_merge_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES import(org_id, id) ON DELETE CASCADE
);
CREATE INDEX import_merge_into ON public.import_merge USING btree (org_id, import_id, into_contact);

create table import_organization (
  org_id uuid not null,
  import_id uuid not null,
  name_key text collate "C" not null,
  name text not null,
  organization_id uuid,
  constraint import_organization_pkey PRIMARY KEY (org_id, import_id, name_key),
  constraint import_organization_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES import(org_id, id) ON DELETE CASCADE
);

create table import_organization_row (
  org_id uuid not null,
  import_id uuid not null,
  row_number bigint not null,
  line bigint not null,
  division_id uuid not null,
  external_id text collate "C",
  name text not null,
  name_key text collate "C" not null,
  sites text,
  draft bytea not null,
  constraint import_organization_row_pkey PRIMARY KEY (org_id, import_id, row_number),
  constraint import_organization_row_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES import(org_id, id) ON DELETE CASCADE
);

create table import_organization_target (
  org_id uuid not null,
  import_id uuid not null,
  row_number bigint not null,
  first_row bigint not null,
  organization_id uuid,
  constraint import_organization_target_pkey PRIMARY KEY (org_id, import_id, row_number),
  constraint import_organization_target_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES import(org_id, id) ON DELETE CASCADE
);
CREATE INDEX import_organization_target_group ON public.import_organization_target USING btree (org_id, import_id, first_row, row_number);

create table import_part (
  org_id uuid not null,
  import_id uuid not null,
  batch integer not null,
  drafts bytea not null,
  constraint import_part_pkey PRIMARY KEY (org_id, import_id, batch)
);

create table import_rejection (
  org_id uuid not null,
  import_id uuid not null,
  row_number bigint not null,
  position smallint not null,
  line bigint not null,
  column_name text,
  rule text not null,
  reason text not null,
  coded text,
  constraint import_rejection_pkey PRIMARY KEY (org_id, import_id, row_number, "position"),
  constraint import_rejection_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES import(org_id, id) ON DELETE CASCADE
);

create table import_row (
  org_id uuid not null,
  import_id uuid not null,
  row_number bigint not null,
  draft bytea not null,
  constraint import_row_pkey PRIMARY KEY (org_id, import_id, row_number)
);

create table import_sample (
  org_id uuid not null,
  import_id uuid not null,
  first_row bigint not null,
  record_id uuid,
  drafts bytea not null,
  constraint import_sample_pkey PRIMARY KEY (org_id, import_id, first_row),
  constraint import_sample_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES import(org_id, id) ON DELETE CASCADE
);

create table import_settings (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  match_on text[] not null,
  merges boolean not null,
  source_id uuid not null,
  fields jsonb not null,
  created_at timestamp with time zone not null,
  version integer not null,
  several text,
  constraint import_settings_pkey PRIMARY KEY (org_id, id),
  constraint import_settings_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint import_settings_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  constraint import_settings_several_check CHECK ((several = ANY (ARRAY['REJECT'::text, 'CORRECT_FIRST'::text, 'MERGE'::text])))
);

create table import_staged (
  org_id uuid not null,
  import_id uuid not null,
  constraint import_staged_pkey PRIMARY KEY (org_id, import_id)
);

create table import_target (
  org_id uuid not null,
  import_id uuid not null,
  row_number bigint not null,
  first_row bigint not null,
  contact_id uuid,
  shared boolean not null default false,
  constraint import_target_pkey PRIMARY KEY (org_id, import_id, row_number)
);
CREATE INDEX import_target_group ON public.import_target USING btree (org_id, import_id, first_row, row_number) WHERE shared;

create table import_undo (
  org_id uuid not null,
  import_id uuid not null,
  divisions uuid[] not null,
  actor_kind text not null,
  actor_id uuid not null,
  actor_name text not null,
  removes_organizations boolean not null,
  seen_divisions uuid[] not null,
  state text not null,
  reason text,
  last_entry uuid not null,
  stage text not null,
  behind uuid,
  planned jsonb not null default '{"numbers": {}}'::jsonb,
  counted jsonb not null default '{"numbers": {}}'::jsonb,
  stage_started_at timestamp with time zone,
  stage_from bigint not null default 0,
  stage_done bigint not null default 0,
  stage_total bigint not null default 0,
  ordered_at timestamp with time zone not null,
  counted_at timestamp with time zone,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  paused_at timestamp with time zone,
  epoch integer not null default 0,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  constraint import_undo_pkey PRIMARY KEY (org_id, import_id),
  constraint import_undo_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES import(org_id, id) ON DELETE CASCADE,
  constraint import_undo_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'client'::text]))),
  constraint import_undo_stage_check CHECK ((stage = ANY (ARRAY['merges'::text, 'contacts'::text, 'organizations'::text, 'words'::text]))),
  constraint import_undo_state_check CHECK ((state = ANY (ARRAY['counting'::text, 'counted'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX import_undo_work ON public.import_undo USING btree (lease_until) WHERE (state = ANY (ARRAY['counting'::text, 'running'::text]));

create table import_undo_batch (
  org_id uuid not null,
  import_id uuid not null,
  last_entry uuid not null,
  constraint import_undo_batch_pkey PRIMARY KEY (org_id, import_id, last_entry),
  constraint import_undo_batch_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES import_undo(org_id, import_id) ON DELETE CASCADE
);

create table import_undo_item (
  org_id uuid not null,
  import_id uuid not null,
  subject_id uuid not null,
  subject_kind text not null,
  outcome text not null,
  reason text not null,
  fields text[] not null default '{}'::text[],
  employer_id uuid,
  constraint import_undo_item_pkey PRIMARY KEY (org_id, import_id, subject_id),
  constraint import_undo_item_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES import_undo(org_id, import_id) ON DELETE CASCADE,
  constraint import_undo_item_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['contact'::text, 'organization'::text])))
);
CREATE INDEX import_undo_employer ON public.import_undo_item USING btree (org_id, import_id, employer_id) WHERE (employer_id IS NOT NULL);

create table interaction (
  org_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  external_id text collate "C" not null,
  channel text not null,
  direction text not null,
  agent_id uuid,
  agent_since timestamp with time zone,
  agent_as_of timestamp with time zone,
  presentation text not null,
  caller_raw text,
  caller_shown text,
  lookup_key text collate "C",
  e164 text,
  verified boolean not null default false,
  caller_as_of timestamp with time zone,
  dialled text,
  queue text,
  match_kind text not null,
  contact_id uuid,
  matched_by uuid,
  started_at timestamp with time zone not null,
  connected_at timestamp with time zone,
  ended_at timestamp with time zone,
  wrapped_up_at timestamp with time zone,
  wrap_up_code text,
  version integer not null,
  constraint interaction_pkey PRIMARY KEY (org_id, id),
  constraint interaction_org_id_external_id_source_id_key UNIQUE (org_id, external_id, source_id),
  constraint interaction_org_id_source_id_fkey FOREIGN KEY (org_id, source_id) REFERENCES event_source(org_id, id),
  constraint interaction_check CHECK (((presentation = 'allowed'::text) OR ((caller_raw IS NULL) AND (caller_shown IS NULL) AND (lookup_key IS NULL) AND (e164 IS NULL)))),
  constraint interaction_direction_check CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text]))),
  constraint interaction_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 200))),
  constraint interaction_match_kind_check CHECK ((match_kind = ANY (ARRAY['none'::text, 'several'::text, 'number'::text, 'picked'::text, 'attached'::text, 'created'::text, 'detached'::text]))),
  constraint interaction_presentation_check CHECK ((presentation = ANY (ARRAY['allowed'::text, 'withheld'::text, 'unavailable'::text])))
);
CREATE INDEX interaction_agent ON public.interaction USING btree (org_id, agent_id, started_at) WHERE (wrapped_up_at IS NULL);
CREATE INDEX interaction_contact ON public.interaction USING btree (org_id, contact_id, started_at DESC, id DESC) WHERE (contact_id IS NOT NULL);
CREATE INDEX interaction_number ON public.interaction USING btree (org_id, lookup_key, started_at DESC, id DESC) WHERE (lookup_key IS NOT NULL);

create table interaction_count (
  org_id uuid not null,
  counted_to uuid not null,
  constraint interaction_count_pkey PRIMARY KEY (org_id),
  constraint interaction_count_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id)
);

create table interaction_day (
  org_id uuid not null,
  day date not null,
  matched bigint not null,
  several bigint not null,
  unknown bigint not null,
  withheld bigint not null,
  constraint interaction_day_pkey PRIMARY KEY (org_id, day),
  constraint interaction_day_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id)
);

create table interaction_event (
  org_id uuid not null,
  source_id uuid not null,
  event_id text collate "C" not null,
  heard_at timestamp with time zone not null,
  constraint interaction_event_pkey PRIMARY KEY (org_id, source_id, event_id),
  constraint interaction_event_event_id_check CHECK (((length(event_id) >= 1) AND (length(event_id) <= 200)))
);
CREATE INDEX interaction_event_heard ON public.interaction_event USING btree (heard_at);

create table interaction_setting (
  org_id uuid not null,
  tells_hidden_contact boolean not null,
  constraint interaction_setting_pkey PRIMARY KEY (org_id),
  constraint interaction_setting_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id)
);

create table kept_number (
  org_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  sent text not null,
  expected text collate "C" not null,
  created_at timestamp with time zone not null,
  constraint kept_number_pkey PRIMARY KEY (org_id, id),
  constraint kept_number_org_id_source_id_sent_key UNIQUE (org_id, source_id, sent),
  constraint kept_number_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint kept_number_org_id_source_id_fkey FOREIGN KEY (org_id, source_id) REFERENCES event_source(org_id, id) ON DELETE CASCADE,
  constraint kept_number_expected_check CHECK (((length(expected) >= 1) AND (length(expected) <= 300))),
  constraint kept_number_sent_check CHECK (((length(sent) >= 1) AND (length(sent) <= 100)))
);

create table list_column (
  org_id uuid not null,
  user_id uuid not null,
  list text not null,
  columns text[] not null,
  constraint list_column_pkey PRIMARY KEY (org_id, user_id, list),
  constraint list_column_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint list_column_columns_check CHECK (((cardinality(columns) >= 1) AND (cardinality(columns) <= 100))),
  constraint list_column_list_check CHECK ((list = ANY (ARRAY['contacts'::text, 'organizations'::text])))
);

create table merged_contact (
  org_id uuid not null,
  id uuid not null,
  division_id uuid not null,
  canonical_id uuid not null,
  merged_to uuid not null,
  merged_at timestamp with time zone not null,
  type text not null,
  details jsonb not null,
  external_organization_id uuid,
  created_at timestamp with time zone not null,
  modified_at timestamp with time zone not null,
  version integer not null,
  constraint merged_contact_pkey PRIMARY KEY (org_id, id),
  constraint merged_contact_org_id_canonical_id_fkey FOREIGN KEY (org_id, canonical_id) REFERENCES contact(org_id, id),
  constraint merged_contact_org_id_external_organization_id_fkey FOREIGN KEY (org_id, external_organization_id) REFERENCES organization(org_id, id) ON DELETE SET NULL (external_organization_id),
  constraint merged_contact_type_check CHECK ((type = ANY (ARRAY['Ephemeral'::text, 'Identified'::text, 'Curated'::text])))
);
CREATE INDEX merged_contact_canonical ON public.merged_contact USING btree (org_id, canonical_id);
CREATE INDEX merged_contact_organization ON public.merged_contact USING btree (org_id, external_organization_id) WHERE (external_organization_id IS NOT NULL);

create table not_duplicate (
  org_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  id uuid not null,
  division_id uuid not null,
  rank smallint not null,
  by_number boolean not null,
  by_email boolean not null,
  by_name boolean not null,
  said_at timestamp with time zone not null,
  constraint not_duplicate_pkey PRIMARY KEY (org_id, one_id, other_id),
  constraint not_duplicate_check CHECK ((one_id < other_id))
);
CREATE INDEX not_duplicate_list ON public.not_duplicate USING btree (org_id, division_id, id);

create table note (
  org_id uuid not null,
  id uuid not null,
  division_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  note_text text not null,
  author_kind text not null,
  author_id uuid,
  created_at timestamp with time zone not null,
  modified_at timestamp with time zone not null,
  version integer not null,
  constraint note_pkey PRIMARY KEY (org_id, id),
  constraint note_author_kind_check CHECK ((author_kind = ANY (ARRAY['user'::text, 'client'::text, 'system'::text]))),
  constraint note_note_text_check CHECK (((length(note_text) >= 1) AND (length(note_text) <= 32000))),
  constraint note_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['contact'::text, 'organization'::text])))
);
CREATE INDEX note_scan ON public.note USING btree (org_id, division_id, id);
CREATE INDEX note_subject ON public.note USING btree (org_id, subject_id, created_at, id);

create table oauth_client (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  secret_hash bytea not null,
  state text not null,
  created_at timestamp with time zone not null,
  description text,
  grant_type text not null default 'client_credentials'::text,
  token_seconds integer not null default 86400,
  redirect_uris text[] not null default '{}'::text[],
  scopes text[] not null default '{}'::text[],
  created_by uuid,
  modified_at timestamp with time zone,
  modified_by uuid,
  version integer not null default 1,
  constraint oauth_client_pkey PRIMARY KEY (org_id, id),
  constraint oauth_client_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint oauth_client_description_check CHECK ((length(description) <= 1000)),
  constraint oauth_client_grant_type_check CHECK ((grant_type = ANY (ARRAY['client_credentials'::text, 'code'::text]))),
  constraint oauth_client_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint oauth_client_state_check CHECK ((state = ANY (ARRAY['active'::text, 'inactive'::text]))),
  constraint oauth_client_token_seconds_check CHECK (((token_seconds >= 300) AND (token_seconds <= 172800)))
);
CREATE INDEX oauth_client_id ON public.oauth_client USING btree (id);

create table oauth_code (
  org_id uuid not null,
  code_hash bytea not null,
  client_id uuid not null,
  user_id uuid not null,
  redirect_uri text not null,
  challenge text,
  scopes text[] not null,
  expires_at timestamp with time zone not null,
  login_id uuid,
  constraint oauth_code_pkey PRIMARY KEY (org_id, code_hash),
  constraint oauth_code_org_id_client_id_fkey FOREIGN KEY (org_id, client_id) REFERENCES oauth_client(org_id, id) ON DELETE CASCADE,
  constraint oauth_code_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, id) ON DELETE CASCADE
);
CREATE INDEX oauth_code_client ON public.oauth_code USING btree (org_id, client_id);
CREATE INDEX oauth_code_expiry ON public.oauth_code USING btree (expires_at);
CREATE INDEX oauth_code_user ON public.oauth_code USING btree (org_id, user_id);

create table oauth_consent (
  org_id uuid not null,
  user_id uuid not null,
  client_id uuid not null,
  scopes text[] not null,
  given_at timestamp with time zone not null,
  constraint oauth_consent_pkey PRIMARY KEY (org_id, user_id, client_id),
  constraint oauth_consent_org_id_client_id_fkey FOREIGN KEY (org_id, client_id) REFERENCES oauth_client(org_id, id) ON DELETE CASCADE,
  constraint oauth_consent_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, id) ON DELETE CASCADE
);
CREATE INDEX oauth_consent_client ON public.oauth_consent USING btree (org_id, client_id);

create table oauth_login (
  org_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  user_id uuid not null,
  scopes text[] not null,
  confidential boolean not null,
  began_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint oauth_login_pkey PRIMARY KEY (org_id, id),
  constraint oauth_login_org_id_client_id_fkey FOREIGN KEY (org_id, client_id) REFERENCES oauth_client(org_id, id) ON DELETE CASCADE,
  constraint oauth_login_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, id) ON DELETE CASCADE
);
CREATE INDEX oauth_login_client ON public.oauth_login USING btree (org_id, client_id);
CREATE INDEX oauth_login_expiry ON public.oauth_login USING btree (expires_at);
CREATE INDEX oauth_login_user ON public.oauth_login USING btree (org_id, user_id);

create table oauth_refresh (
  org_id uuid not null,
  token_hash bytea not null,
  login_id uuid not null,
  used_at timestamp with time zone,
  constraint oauth_refresh_pkey PRIMARY KEY (org_id, token_hash),
  constraint oauth_refresh_org_id_login_id_fkey FOREIGN KEY (org_id, login_id) REFERENCES oauth_login(org_id, id) ON DELETE CASCADE
);
CREATE INDEX oauth_refresh_login ON public.oauth_refresh USING btree (org_id, login_id);

create table org (
  org_id uuid not null,
  name text not null,
  default_region text not null,
  created_at timestamp with time zone not null,
  idle_seconds integer,
  version integer not null default 1,
  constraint org_pkey PRIMARY KEY (org_id),
  constraint org_default_region_check CHECK ((default_region ~ '^[A-Z]{2}$'::text)),
  constraint org_idle_seconds_check CHECK (((idle_seconds >= 300) AND (idle_seconds <= 28800))),
  constraint org_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

create table organization (
  org_id uuid not null,
  id uuid not null,
  division_id uuid not null,
  name text not null,
  name_key text collate "C" not null,
  company_type text,
  industry text,
  address jsonb,
  phone_number jsonb,
  fax_number jsonb,
  employee_count bigint,
  revenue bigint,
  tags text[] not null default '{}'::text[],
  websites text[] not null default '{}'::text[],
  tickers jsonb,
  twitter jsonb,
  external_system_url text,
  schema_id uuid,
  schema_version integer,
  custom_fields jsonb,
  external_ids jsonb,
  created_at timestamp with time zone not null,
  modified_at timestamp with time zone not null,
  version integer not null,
  constraint organization_pkey PRIMARY KEY (org_id, id),
  constraint organization_org_id_division_id_fkey FOREIGN KEY (org_id, division_id) REFERENCES division(org_id, id),
  constraint organization_name_check CHECK (((length(name) >= 1) AND (length(name) <= 1000)))
);
CREATE INDEX organization_custom ON public.organization USING gin (custom_fields jsonb_path_ops) WHERE (custom_fields IS NOT NULL);
CREATE INDEX organization_industry ON public.organization USING btree (org_id, division_id, lower(industry), id) WHERE (industry IS NOT NULL);
CREATE INDEX organization_name ON public.organization USING btree (org_id, division_id, name_key, id);
CREATE INDEX organization_phone ON public.organization USING btree (org_id, division_id, ((phone_number IS NOT NULL)), id);
CREATE INDEX organization_scan ON public.organization USING btree (org_id, division_id, id);

create table organization_custom_key (
  org_id uuid not null,
  organization_id uuid not null,
  field text not null,
  value_key text collate "C" not null,
  division_id uuid not null,
  constraint organization_custom_key_pkey PRIMARY KEY (org_id, organization_id, field, value_key),
  constraint organization_custom_key_org_id_organization_id_fkey FOREIGN KEY (org_id, organization_id) REFERENCES organization(org_id, id) ON DELETE CASCADE
);
CREATE INDEX organization_custom_key_search ON public.organization_custom_key USING btree (org_id, division_id, value_key, organization_id);

create table organization_external_id (
  org_id uuid not null,
  source_id uuid not null,
  value text collate "C" not null,
  division_id uuid not null,
  organization_id uuid not null,
  constraint organization_external_id_pkey PRIMARY KEY (org_id, source_id, value, division_id),
  constraint organization_external_id_org_id_organization_id_fkey FOREIGN KEY (org_id, organization_id) REFERENCES organization(org_id, id) ON DELETE CASCADE,
  constraint organization_external_id_org_id_source_id_fkey FOREIGN KEY (org_id, source_id) REFERENCES external_source(org_id, id)
);
CREATE INDEX organization_external_id_organization ON public.organization_external_id USING btree (org_id, organization_id);
CREATE INDEX organization_external_id_source ON public.organization_external_id USING btree (org_id, source_id, division_id, organization_id);

create table organization_phrase (
  org_id uuid not null,
  organization_id uuid not null,
  phrase text collate "C" not null,
  division_id uuid not null,
  constraint organization_phrase_pkey PRIMARY KEY (org_id, organization_id, phrase),
  constraint organization_phrase_org_id_organization_id_fkey FOREIGN KEY (org_id, organization_id) REFERENCES organization(org_id, id) ON DELETE CASCADE
);
CREATE INDEX organization_phrase_search ON public.organization_phrase USING btree (org_id, division_id, phrase, organization_id);

create table organization_tag (
  org_id uuid not null,
  organization_id uuid not null,
  tag_key text collate "C" not null,
  tag text not null,
  division_id uuid not null,
  constraint organization_tag_pkey PRIMARY KEY (org_id, organization_id, tag_key),
  constraint organization_tag_org_id_organization_id_fkey FOREIGN KEY (org_id, organization_id) REFERENCES organization(org_id, id) ON DELETE CASCADE
);
CREATE INDEX organization_tag_search ON public.organization_tag USING btree (org_id, division_id, tag_key, organization_id);

create table organization_trustor (
  org_id uuid not null,
  organization_id uuid not null,
  division_id uuid not null,
  trustor_id uuid not null,
  created_at timestamp with time zone not null,
  constraint organization_trustor_pkey PRIMARY KEY (org_id, organization_id),
  constraint organization_trustor_org_id_trustor_id_division_id_key UNIQUE (org_id, trustor_id, division_id),
  constraint organization_trustor_org_id_organization_id_fkey FOREIGN KEY (org_id, organization_id) REFERENCES organization(org_id, id) ON DELETE CASCADE
);

create table page_session (
  org_id uuid not null,
  session_hash bytea not null,
  user_id uuid not null,
  started_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint page_session_pkey PRIMARY KEY (org_id, session_hash),
  constraint page_session_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint page_session_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, id) ON DELETE CASCADE
);
CREATE INDEX page_session_expiry ON public.page_session USING btree (expires_at);
CREATE INDEX page_session_user ON public.page_session USING btree (org_id, user_id);

create table password_link (
  org_id uuid not null,
  user_id uuid not null,
  link_hash bytea not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint password_link_pkey PRIMARY KEY (org_id, user_id),
  constraint password_link_org_id_link_hash_key UNIQUE (org_id, link_hash),
  constraint password_link_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, id) ON DELETE CASCADE
);
CREATE INDEX password_link_expiry ON public.password_link USING btree (expires_at);

create table rate_window (
  org_id uuid not null,
  token_hash bytea not null,
  started_at timestamp with time zone not null,
  taken integer not null,
  lease integer not null,
  constraint rate_window_pkey PRIMARY KEY (org_id, token_hash)
);
CREATE INDEX rate_window_start ON public.rate_window USING btree (started_at);

create table relationship (
  org_id uuid not null,
  id uuid not null,
  division_id uuid not null,
  organization_id uuid not null,
  user_id uuid not null,
  relationship text not null,
  relationship_key text collate "C" not null,
  created_at timestamp with time zone not null,
  modified_at timestamp with time zone not null,
  version integer not null,
  constraint relationship_pkey PRIMARY KEY (org_id, id),
  constraint relationship_org_id_organization_id_fkey FOREIGN KEY (org_id, organization_id) REFERENCES organization(org_id, id),
  constraint relationship_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, id),
  constraint relationship_relationship_check CHECK (((length(relationship) >= 1) AND (length(relationship) <= 100)))
);
CREATE INDEX relationship_created ON public.relationship USING btree (org_id, organization_id, created_at, id);
CREATE INDEX relationship_scan ON public.relationship USING btree (org_id, division_id, id);
CREATE INDEX relationship_user ON public.relationship USING btree (org_id, user_id);
CREATE INDEX relationship_word ON public.relationship USING btree (org_id, organization_id, relationship_key, id);

create table role (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  built_in boolean not null,
  permissions text[] not null,
  description text,
  version integer not null default 1,
  constraint role_pkey PRIMARY KEY (org_id, id),
  constraint role_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint role_description_check CHECK ((length(description) <= 1000)),
  constraint role_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE UNIQUE INDEX role_name ON public.role USING btree (org_id, lower(name));

create table search_word (
  org_id uuid not null,
  word text collate "C" not null,
  neighbours integer[] not null,
  constraint search_word_pkey PRIMARY KEY (org_id, word),
  constraint search_word_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id)
);
CREATE INDEX search_word_neighbours ON public.search_word USING gin (neighbours);

create table unknown_caller (
  org_id uuid not null,
  lookup_key text collate "C" not null,
  calls bigint not null,
  last_interaction uuid not null,
  constraint unknown_caller_pkey PRIMARY KEY (org_id, lookup_key),
  constraint unknown_caller_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id)
);
