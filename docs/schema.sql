create table access_grant (
  org_id uuid not null,
  subject_id uuid not null,
  role_id uuid not null,
  division_id uuid not null,
  constraint access_grant_pkey PRIMARY KEY (org_id, subject_id, role_id, division_id),
  constraint access_grant_org_id_division_id_fkey FOREIGN KEY (org_id, division_id) REFERENCES division(org_id, id),
  constraint access_grant_org_id_role_id_fkey FOREIGN KEY (org_id, role_id) REFERENCES role(org_id, id)
);

create table access_token (
  org_id uuid not null,
  token_hash bytea not null,
  client_id uuid not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint access_token_pkey PRIMARY KEY (org_id, token_hash),
  constraint access_token_org_id_client_id_fkey FOREIGN KEY (org_id, client_id) REFERENCES oauth_client(org_id, id) ON DELETE CASCADE,
  constraint access_token_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id)
);
CREATE INDEX access_token_client ON public.access_token USING btree (org_id, client_id);
CREATE INDEX access_token_expiry ON public.access_token USING btree (expires_at);

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
CREATE INDEX change_origin ON public.change USING btree (org_id, origin_id, id) WHERE (origin_id IS NOT NULL);
CREATE INDEX change_subject ON public.change USING btree (org_id, subject_id, id);

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
CREATE INDEX contact_name ON public.contact USING btree (org_id, division_id, name_key, id);
CREATE INDEX contact_organization ON public.contact USING btree (org_id, external_organization_id, division_id, surname_key, id) WHERE (external_organization_id IS NOT NULL);
CREATE INDEX contact_passing ON public.contact USING btree (org_id, created_at, id) WHERE (type <> 'Curated'::text);
CREATE INDEX contact_surname ON public.contact USING btree (org_id, division_id, surname_key, id);

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

create table contact_handle (
  org_id uuid not null,
  contact_id uuid not null,
  channel text not null,
  handle_key text collate "C" not null,
  division_id uuid not null,
  constraint contact_handle_pkey PRIMARY KEY (org_id, contact_id, channel, handle_key)
);
CREATE INDEX contact_handle_key ON public.contact_handle USING btree (org_id, division_id, handle_key, contact_id);

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

create table contact_phrase (
  org_id uuid not null,
  contact_id uuid not null,
  phrase text collate "C" not null,
  division_id uuid not null,
  constraint contact_phrase_pkey PRIMARY KEY (org_id, contact_id, phrase)
);
CREATE INDEX contact_phrase_search ON public.contact_phrase USING btree (org_id, division_id, phrase, contact_id);

create table division (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  created_at timestamp with time zone not null,
  constraint division_pkey PRIMARY KEY (org_id, id),
  constraint division_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint division_kind_check CHECK ((kind = ANY (ARRAY['home'::text, 'starred'::text, 'plain'::text]))),
  constraint division_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE UNIQUE INDEX division_kind ON public.division USING btree (org_id, kind) WHERE (kind <> 'plain'::text);
CREATE UNIQUE INDEX division_name ON public.division USING btree (org_id, lower(name));

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

create table external_source (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  active boolean not null,
  uri_template text,
  created_at timestamp with time zone not null,
  version integer not null,
  constraint external_source_pkey PRIMARY KEY (org_id, id),
  constraint external_source_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint external_source_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE UNIQUE INDEX external_source_name ON public.external_source USING btree (org_id, lower(name));

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
  constraint import_pkey PRIMARY KEY (org_id, id),
  constraint import_org_id_division_id_fkey FOREIGN KEY (org_id, division_id) REFERENCES division(org_id, id),
  constraint import_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint import_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'client'::text]))),
  constraint import_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  constraint import_state_check CHECK ((state = ANY (ARRAY['uploading'::text, 'uploaded'::text, 'checking'::text, 'checked'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX import_history ON public.import USING btree (org_id, id DESC);
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

create table import_organization (
  org_id uuid not null,
  import_id uuid not null,
  name_key text collate "C" not null,
  name text not null,
  organization_id uuid,
  constraint import_organization_pkey PRIMARY KEY (org_id, import_id, name_key),
  constraint import_organization_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES import(org_id, id) ON DELETE CASCADE
);

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
  constraint interaction_match_kind_check CHECK ((match_kind = ANY (ARRAY['none'::text, 'number'::text, 'picked'::text, 'attached'::text, 'created'::text, 'detached'::text]))),
  constraint interaction_presentation_check CHECK ((presentation = ANY (ARRAY['allowed'::text, 'withheld'::text, 'unavailable'::text])))
);
CREATE INDEX interaction_agent ON public.interaction USING btree (org_id, agent_id, started_at) WHERE (wrapped_up_at IS NULL);
CREATE INDEX interaction_contact ON public.interaction USING btree (org_id, contact_id, started_at DESC, id DESC) WHERE (contact_id IS NOT NULL);
CREATE INDEX interaction_number ON public.interaction USING btree (org_id, lookup_key, started_at DESC, id DESC) WHERE (lookup_key IS NOT NULL);

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
CREATE INDEX note_subject ON public.note USING btree (org_id, subject_id, created_at, id);

create table oauth_client (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  secret_hash bytea not null,
  state text not null,
  created_at timestamp with time zone not null,
  constraint oauth_client_pkey PRIMARY KEY (org_id, id),
  constraint oauth_client_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
  constraint oauth_client_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint oauth_client_state_check CHECK ((state = ANY (ARRAY['active'::text, 'inactive'::text])))
);
CREATE INDEX oauth_client_id ON public.oauth_client USING btree (id);

create table org (
  org_id uuid not null,
  name text not null,
  default_region text not null,
  created_at timestamp with time zone not null,
  constraint org_pkey PRIMARY KEY (org_id),
  constraint org_default_region_check CHECK ((default_region ~ '^[A-Z]{2}$'::text)),
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
CREATE INDEX organization_name ON public.organization USING btree (org_id, division_id, name_key, id);

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

create table organization_phrase (
  org_id uuid not null,
  organization_id uuid not null,
  phrase text collate "C" not null,
  division_id uuid not null,
  constraint organization_phrase_pkey PRIMARY KEY (org_id, organization_id, phrase),
  constraint organization_phrase_org_id_organization_id_fkey FOREIGN KEY (org_id, organization_id) REFERENCES organization(org_id, id) ON DELETE CASCADE
);
CREATE INDEX organization_phrase_search ON public.organization_phrase USING btree (org_id, division_id, phrase, organization_id);

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

create table role (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  built_in boolean not null,
  permissions text[] not null,
  constraint role_pkey PRIMARY KEY (org_id, id),
  constraint role_org_id_fkey FOREIGN KEY (org_id) REFERENCES org(org_id),
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
