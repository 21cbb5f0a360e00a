-- The schema whose fields the form of a new record shows, where several may be taken up; at most one of a kind. Without
-- one it is the oldest.
alter table custom_schema add column offered_first boolean not null default false;
