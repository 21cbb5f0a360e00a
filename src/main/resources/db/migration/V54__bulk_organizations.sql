-- Actions on many organizations: an item is a contact or an organization, as the action's kind says.
alter table bulk_item rename column contact_id to subject_id;

alter table bulk_action drop constraint bulk_action_kind_check;
alter table bulk_action add constraint bulk_action_kind_check
  check (kind in ('delete', 'refuse-surveys', 'sms-off', 'recreate', 'delete-organizations'));

-- What an undo needs of a deleted contact beyond the change log, in one place.
update bulk_item
   set kept = (kept - 'interactions') || jsonb_build_object('belongings',
         jsonb_build_object('interactions', kept -> 'interactions', 'claims', jsonb '[]', 'picks', jsonb '[]'))
 where kept ? 'interactions';
