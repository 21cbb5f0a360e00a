import assert from 'node:assert/strict';
import { divisionId, sdk } from './harness/client.mjs';
import { change, ids, refusal, scenario } from './harness/scenario.mjs';

const api = new sdk.ExternalContactsApi();

const ana = (lastName) => ({
  firstName: 'Ana',
  lastName,
  workPhone: { display: '+34 911 23 45 67' },
  workEmail: 'ana@ruiz.example',
  address: { city: 'Bilbao', countryCode: 'ES' },
  division: { id: divisionId },
});

scenario('a contact is created, read, replaced, patched and deleted', async () => {
  const created = await api.postExternalcontactsContacts(ana('Ruiz'));
  assert.equal(created.workPhone.e164, '+34911234567');
  assert.equal(created.workPhone.countryCode, 'ES');
  assert.equal(created.type, 'Curated');
  assert.equal(created.selfUri, `/api/v2/externalcontacts/contacts/${created.id}`);
  assert.match(created.createDate, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

  const read = await api.getExternalcontactsContact(created.id, { expand: ['division', 'identifiers'] });
  assert.equal(read.address.city, 'Bilbao');
  assert.equal(read.division.id, divisionId);

  // Our own list of addresses, beside the slots, would count.
  const { workEmail, emailAddresses, ...others } = read;
  assert.equal(workEmail, 'ana@ruiz.example');
  assert.equal(emailAddresses.length, 1);
  const replaced = await api.putExternalcontactsContact(created.id, { ...others, emailAddresses: [], title: 'Buyer' });
  assert.equal(replaced.title, 'Buyer');
  assert.equal(replaced.workEmail, undefined);

  const patched = await api.patchExternalcontactsContact(created.id, change('address.city', 'Vitoria'));
  assert.equal(patched.address.city, 'Vitoria');
  assert.equal((await api.getExternalcontactsContact(created.id)).address.city, 'Vitoria');

  assert.deepEqual(await api.deleteExternalcontactsContact(created.id), {});
  await refusal(api.getExternalcontactsContact(created.id), 404, 'not.found');
});

scenario('contacts are searched, sorted and paged', async () => {
  const zoe = await api.postExternalcontactsContacts({ ...ana('Quintanilla'), firstName: 'Zoe' });
  const eva = await api.postExternalcontactsContacts({ ...ana('Quintanilla'), firstName: 'Eva' });
  const asked = { q: 'quintanilla', sortOrder: 'firstName:desc', divisionIds: [divisionId], expand: ['division'] };

  assert.deepEqual(ids(await api.getExternalcontactsContacts(asked)), [zoe.id, eva.id]);
  const page = await api.getExternalcontactsContacts({ ...asked, pageSize: 1, pageNumber: 2 });
  assert.deepEqual(ids(page), [eva.id]);
  assert.equal(page.total, 2);
  assert.equal(page.pageCount, 2);
  assert.equal(page.nextUri, undefined);
});

scenario('a refused contact names each field', async () => {
  const error = await refusal(api.postExternalcontactsContacts({ workEmail: 'nowhere' }), 400, 'invalid.value');
  assert.ok(error.details.some((detail) => detail.fieldName === 'workEmail'), JSON.stringify(error));
});

scenario('the division of a contact cannot be changed', async () => {
  const created = await api.postExternalcontactsContacts(ana('Ruiz'));
  await refusal(api.putExternalcontactsContact(created.id, { ...created, division: { id: '*' } }), 400, 'invalid.value');
  assert.equal((await api.getExternalcontactsContact(created.id)).division.id, divisionId);
});
