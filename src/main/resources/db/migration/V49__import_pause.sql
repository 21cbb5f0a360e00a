-- Imports that somebody lets rest: nobody works on one until it is taken up again.
alter table import add column paused_at timestamptz;
