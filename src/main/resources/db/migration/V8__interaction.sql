-- Sources of calls and messages, and what they reported.

-- Where calls and messages come from: a switchboard, a trunk, a messaging account. The dial plan says how it writes
-- its callers' numbers; an empty region is the organization's own.
create table event_source (
  org_id        uuid not null references org,
  id            uuid not null,
  name          text not null check (length(name) between 1 and 100),
  region        text check (region ~ '^[A-Z]{2}$'),
  outside_line  text not null default '' check (outside_line ~ '^\d{0,8}$'),
  international text not null default '' check (international ~ '^\d{0,8}$'),
  national      text not null default '' check (national ~ '^\d{0,8}$'),
  without_plus  boolean not null default false,
  -- what its events are signed with, encrypted (class Vault); null until one is asked for
  secret        bytea,
  created_at    timestamptz not null,
  version       integer not null,
  primary key (org_id, id)
);
create unique index event_source_name on event_source (org_id, lower(name));
-- A signed event knows its source only, not yet the organization.
create index event_source_id on event_source (id);

-- Which of our users sits at a telephone of a source.
create table agent_device (
  org_id     uuid not null,
  source_id  uuid not null,
  device_key text collate "C" not null,
  user_id    uuid not null,
  primary key (org_id, source_id, device_key),
  foreign key (org_id, source_id) references event_source on delete cascade,
  foreign key (org_id, user_id) references app_user on delete cascade
);

-- What an organization chose for its agents' screens; no row is the default.
create table interaction_setting (
  org_id               uuid primary key references org,
  -- whether an agent learns that somebody they may not see holds the caller's number
  tells_hidden_contact boolean not null
);

-- One call or message thread. Its events come in any order, so it has no state column: its state is what its times
-- and its agent say. Of a caller who withheld the number nothing is kept.
create table interaction (
  org_id        uuid not null,
  id            uuid not null,
  source_id     uuid not null,
  external_id   text collate "C" not null check (length(external_id) between 1 and 200),
  channel       text not null,
  direction     text not null check (direction in ('inbound', 'outbound')),
  agent_id      uuid,
  -- when this agent's part began, and what the newest event said that named an agent
  agent_since   timestamptz,
  agent_as_of   timestamptz,
  presentation  text not null check (presentation in ('allowed', 'withheld', 'unavailable')),
  caller_raw    text,
  caller_shown  text,
  lookup_key    text collate "C",
  e164          text,
  verified      boolean not null default false,
  caller_as_of  timestamptz,
  dialled       text,
  queue         text,
  match_kind    text not null
                check (match_kind in ('none', 'number', 'picked', 'attached', 'created', 'detached')),
  contact_id    uuid,
  matched_by    uuid,
  started_at    timestamptz not null,
  connected_at  timestamptz,
  ended_at      timestamptz,
  wrapped_up_at timestamptz,
  wrap_up_code  text,
  version       integer not null,
  primary key (org_id, id),
  unique (org_id, external_id, source_id),
  check (presentation = 'allowed' or (caller_raw is null and caller_shown is null and lookup_key is null and e164 is null)),
  foreign key (org_id, source_id) references event_source,
  foreign key (org_id, contact_id) references contact on delete set null (contact_id)
);
create index interaction_agent on interaction (org_id, agent_id, started_at) where wrapped_up_at is null;
create index interaction_contact on interaction (org_id, contact_id, started_at desc, id desc)
  where contact_id is not null;
create index interaction_number on interaction (org_id, lookup_key, started_at desc, id desc)
  where lookup_key is not null;

-- What was heard already: a source that repeats itself changes nothing.
create table interaction_event (
  org_id    uuid not null,
  source_id uuid not null,
  event_id  text collate "C" not null check (length(event_id) between 1 and 200),
  heard_at  timestamptz not null,
  primary key (org_id, source_id, event_id)
);
create index interaction_event_heard on interaction_event (heard_at);
