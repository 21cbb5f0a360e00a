import assert from 'node:assert/strict';
import { program, sdk } from './harness/client.mjs';
import { change, ids, refusal, scenario } from './harness/scenario.mjs';

const api = new sdk.ExternalContactsApi();

scenario('a note on a contact is written, read, listed, replaced, patched and deleted', async () => {
  const { id } = await api.postExternalcontactsContacts({ firstName: 'Ana', lastName: 'Ruiz' });
  const note = await api.postExternalcontactsContactNotes(id, { noteText: 'Calls early' });
  assert.equal(note.createdBy.id, program.id);
  assert.equal(note.entityType, 'contact');
  const later = await api.postExternalcontactsContactNotes(id, { noteText: 'Moved to Vitoria' });

  const read = await api.getExternalcontactsContactNote(id, note.id, { expand: ['author'] });
  assert.equal(read.noteText, 'Calls early');
  assert.ok(read.createdBy.name);
  assert.deepEqual(ids(await api.getExternalcontactsContactNotes(id)), [later.id, note.id]);
  assert.deepEqual(
    ids(await api.getExternalcontactsContactNotes(id, { sortOrder: 'createDate:asc', pageSize: 1 })),
    [note.id],
  );

  await api.putExternalcontactsContactNote(id, note.id, { ...read, noteText: 'Calls late' });
  assert.equal((await api.getExternalcontactsContactNote(id, note.id)).noteText, 'Calls late');
  const patched = await api.patchExternalcontactsContactNote(id, note.id, change('noteText', 'Calls never'));
  assert.equal(patched.noteText, 'Calls never');

  assert.deepEqual(await api.deleteExternalcontactsContactNote(id, note.id), {});
  await refusal(api.getExternalcontactsContactNote(id, note.id), 404, 'not.found');
});

scenario('a note on an organization is written, read, listed, replaced, patched and deleted', async () => {
  const { id } = await api.postExternalcontactsOrganizations({ name: 'Ruiz y Hermanos' });
  const note = await api.postExternalcontactsOrganizationNotes(id, { noteText: 'Pays late' });
  assert.equal(note.entityType, 'organization');

  const read = await api.getExternalcontactsOrganizationNote(id, note.id);
  assert.equal(read.noteText, 'Pays late');
  assert.deepEqual(ids(await api.getExternalcontactsOrganizationNotes(id)), [note.id]);

  await api.putExternalcontactsOrganizationNote(id, note.id, { ...read, noteText: 'Pays' });
  assert.equal((await api.getExternalcontactsOrganizationNote(id, note.id)).noteText, 'Pays');
  const patched = await api.patchExternalcontactsOrganizationNote(id, note.id, change('noteText', 'Pays early'));
  assert.equal(patched.noteText, 'Pays early');

  assert.deepEqual(await api.deleteExternalcontactsOrganizationNote(id, note.id), {});
  assert.deepEqual(ids(await api.getExternalcontactsOrganizationNotes(id)), []);
});
