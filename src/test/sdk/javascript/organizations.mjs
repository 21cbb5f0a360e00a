import assert from 'node:assert/strict';
import { divisionId, sdk } from './harness/client.mjs';
import { change, ids, NOBODY, refusal, scenario } from './harness/scenario.mjs';

const api = new sdk.ExternalContactsApi();

const add = (name) => api.postExternalcontactsOrganizations({ name, division: { id: divisionId } });

scenario('an organization is created, read, replaced, patched and deleted', async () => {
  const created = await api.postExternalcontactsOrganizations({
    name: 'Ruiz y Hermanos',
    industry: 'Machining',
    employeeCount: 40,
    revenue: 3000000000,
    tags: ['metal'],
    phoneNumber: { display: '+34 943 20 45 67' },
  });
  assert.equal(created.phoneNumber.e164, '+34943204567');
  assert.equal(created.revenue, 3000000000);

  const read = await api.getExternalcontactsOrganization(created.id, { expand: ['division'] });
  assert.equal(read.name, 'Ruiz y Hermanos');
  assert.equal(read.division.id, '*');

  const replaced = await api.putExternalcontactsOrganization(created.id, { ...read, tags: ['north'] });
  assert.deepEqual(replaced.tags, ['north']);
  const patched = await api.patchExternalcontactsOrganization(created.id, change('industry', 'Tools'));
  assert.equal(patched.industry, 'Tools');
  assert.deepEqual((await api.getExternalcontactsOrganization(created.id)).tags, ['north']);

  assert.deepEqual(await api.deleteExternalcontactsOrganization(created.id), {});
  await refusal(api.getExternalcontactsOrganization(created.id), 404, 'not.found');
});

scenario('organizations are searched, sorted and paged', async () => {
  const first = await add('Quarzwerk Nord');
  const second = await add('Quarzwerk Süd');
  const asked = { q: 'quarzwerk', sortOrder: 'name:desc', divisionIds: [divisionId] };

  assert.deepEqual(ids(await api.getExternalcontactsOrganizations(asked)), [second.id, first.id]);
  const page = await api.getExternalcontactsOrganizations({ ...asked, pageSize: 1, pageNumber: 2 });
  assert.deepEqual(ids(page), [first.id]);
  assert.equal(page.total, 2);
});

scenario('the people of an organization are listed', async () => {
  const organization = await add('Haddad & Co');
  const noor = await api.postExternalcontactsContacts({
    firstName: 'Noor',
    lastName: 'Haddad',
    externalOrganization: { id: organization.id },
  });
  const people = await api.getExternalcontactsOrganizationContacts(organization.id, {
    q: 'noor',
    sortOrder: 'lastName:asc',
    expand: ['externalOrganization'],
  });
  assert.deepEqual(ids(people), [noor.id]);
  assert.equal(people.entities[0].externalOrganization.name, 'Haddad & Co');

  await api.deleteExternalcontactsOrganization(organization.id);
  assert.equal((await api.getExternalcontactsContact(noor.id)).externalOrganization, undefined);
});

scenario('an organization is linked to its trustor, found by it, and freed again', async () => {
  const [one, other] = [await add('Trustor One'), await add('Trustor Two')];
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  const link = await api.putExternalcontactsOrganizationTrustorTrustorId(one.id, first);
  assert.equal(link.trustorOrgId, first);
  assert.equal(link.externalOrganizationId, one.id);
  await api.putExternalcontactsOrganizationTrustorTrustorId(other.id, second);

  const found = await api.getExternalcontactsOrganizations({ trustorId: [second, first], includeTrustors: true });
  assert.deepEqual(ids(found), [other.id, one.id]);
  assert.equal(found.entities[0].trustor.id, second);
  const read = await api.getExternalcontactsOrganization(one.id, { includeTrustors: true });
  assert.equal(read.trustor.id, first);

  await api.deleteExternalcontactsOrganizationTrustor(one.id);
  assert.equal((await api.getExternalcontactsOrganization(one.id, { includeTrustors: true })).trustor, undefined);
});

scenario('an organization needs a name', async () => {
  await refusal(api.postExternalcontactsOrganizations({ industry: 'Tools' }), 400, 'invalid.value');
  await refusal(api.getExternalcontactsOrganization(NOBODY), 404, 'not.found');
});
