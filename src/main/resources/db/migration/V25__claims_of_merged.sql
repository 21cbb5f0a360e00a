-- A merge moves claims to the canonical contact and remembers whose they were; its undo gives them back. What an input let
-- go of waits with it. Removing a contact removes its claims by statement, as it does what else hangs on it.
alter table contact_identifier
  drop constraint contact_identifier_org_id_contact_id_fkey,
  add column origin_id uuid;
