-- A link by which a user sets a password: good once, for a day. One a user: another replaces it.
create table password_link (
  org_id     uuid not null,
  user_id    uuid not null,
  -- SHA-256 of 256 random bits; the link itself is shown once and kept nowhere
  link_hash  bytea not null,
  issued_at  timestamptz not null,
  expires_at timestamptz not null,
  primary key (org_id, user_id),
  unique (org_id, link_hash),
  foreign key (org_id, user_id) references app_user on delete cascade
);
create index password_link_expiry on password_link (expires_at);
