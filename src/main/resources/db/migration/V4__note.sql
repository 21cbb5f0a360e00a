create table note (
  org_id       uuid not null,
  id           uuid not null,
  division_id  uuid not null,
  subject_kind text not null check (subject_kind in ('contact', 'organization')),
  subject_id   uuid not null,
  note_text    text not null check (length(note_text) between 1 and 32000),
  author_kind  text not null check (author_kind in ('user', 'client', 'system')),
  author_id    uuid,
  created_at   timestamptz not null,
  modified_at  timestamptz not null,
  version      integer not null,
  primary key (org_id, id)
);
create index note_subject on note (org_id, subject_id, created_at, id);
