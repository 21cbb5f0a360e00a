import assert from 'node:assert/strict';
import { callbook, sdk } from './harness/client.mjs';
import { ids, NOBODY, refusal, scenario } from './harness/scenario.mjs';

const api = new sdk.ExternalContactsApi();

const add = (firstName, more) => api.postExternalcontactsContacts({ firstName, lastName: 'Ruiz', ...more });
const claim = (operation, type, value) => ({ operation, identifier: { type, value } });

scenario('contacts become one, are read as it, and are what they were again', async () => {
  const ana = await add('Ana', { workEmail: 'ana@merge.example' });
  const anna = await add('Anna', { title: 'Buyer' });
  const one = await api.postExternalcontactsContactsMerge({
    contactIds: [ana.id, anna.id],
    valueOverride: { firstName: 'Ana María', lastName: 'Ruiz' },
  });
  assert.equal(one.firstName, 'Ana María');
  assert.equal(one.title, 'Buyer');
  assert.equal(one.workEmail, 'ana@merge.example');
  assert.equal((await api.getExternalcontactsContact(ana.id)).id, one.id);
  const ancestor = await api.getExternalcontactsContactUnresolved(ana.id);
  assert.equal(ancestor.id, ana.id);
  assert.equal(ancestor.canonicalContact.id, one.id);
  const ancestors = await api.postExternalcontactsBulkContactsUnresolved({ entities: [{ id: ana.id }, { id: anna.id }] });
  assert.deepEqual(ancestors.results.map((result) => result.entity.firstName), ['Ana', 'Anna']);

  await callbook(`contacts/${one.id}/unmerge`, {});
  assert.equal((await api.getExternalcontactsContact(ana.id)).firstName, 'Ana');
  await refusal(api.getExternalcontactsContact(one.id), 404, 'not.found');
});

scenario('one contact or twenty-six are not merged, and two curated ones not the old way', async () => {
  const [ana, anna] = [await add('Ana'), await add('Anna')];
  await refusal(api.postExternalcontactsContactsMerge({ contactIds: [ana.id] }), 400, 'invalid.value');
  const many = Array.from({ length: 26 }, () => NOBODY);
  assert.equal((await api.postExternalcontactsContactsMerge({ contactIds: many }).catch((error) => error)).status, 413);
  const two = { sourceContactId: ana.id, targetContactId: anna.id };
  await refusal(api.postExternalcontactsMergeContacts(two), 409, 'general.conflict');
});

scenario('an identifier is claimed, refused to a second contact, and released', async () => {
  const [ana, anna] = [await add('Ana'), await add('Anna')];
  await api.patchExternalcontactsContactIdentifiers(ana.id, claim('Claim', 'Cookie', 'visitor-1'));
  assert.equal((await api.getExternalcontactsContactIdentifiers(ana.id)).entities[0].value, 'visitor-1');
  await refusal(api.patchExternalcontactsContactIdentifiers(anna.id, claim('Claim', 'Cookie', 'visitor-1')), 409, 'general.conflict');
  await api.patchExternalcontactsContactIdentifiers(ana.id, claim('Release', 'Cookie', 'visitor-1'));
  assert.equal((await api.getExternalcontactsContactIdentifiers(ana.id)).entities.length, 0);
});

scenario('a curated contact stays curated when it is promoted', async () => {
  const ana = await add('Ana');
  assert.equal((await api.postExternalcontactsContactPromotion(ana.id)).type, 'Curated');
});

scenario('external sources name the ids that other systems use', async () => {
  const source = await api.postExternalcontactsExternalsources({ name: 'Zendesk', active: true });
  assert.equal((await api.getExternalcontactsExternalsource(source.id)).name, 'Zendesk');
  assert.deepEqual(ids(await api.getExternalcontactsExternalsources({ name: 'Zendesk' })), [source.id]);
  const renamed = await api.putExternalcontactsExternalsource(source.id, { ...source, name: 'Zendesk Sell' });
  assert.equal(renamed.name, 'Zendesk Sell');

  const organization = await api.postExternalcontactsOrganizations({ name: 'Ruiz' });
  const identifier = { type: 'ExternalId', value: 'org-7', externalSource: { id: source.id } };
  await api.patchExternalcontactsOrganizationIdentifiers(organization.id, { operation: 'Claim', identifier });
  assert.equal((await api.postExternalcontactsIdentifierlookupOrganizations(identifier)).id, organization.id);
  assert.equal((await api.getExternalcontactsOrganizationIdentifiers(organization.id)).entities[0].value, 'org-7');
  await api.patchExternalcontactsOrganizationIdentifiers(organization.id, { operation: 'Release', identifier });
  await api.deleteExternalcontactsExternalsource(source.id);
  await refusal(api.getExternalcontactsExternalsource(source.id), 404, 'not.found');
});

scenario('what is known of somebody is added to whoever it is about', async () => {
  const matchingIdentifiers = [{ type: 'Email', value: 'noor@enrich.example' }];
  const known = { action: 'Upsert', matchingIdentifiers, contact: { firstName: 'Noor', lastName: 'Haddad' } };
  const dry = await api.postExternalcontactsContactsEnrich(known, { dryRun: true });
  assert.equal(dry.firstName, 'Noor');
  assert.deepEqual(ids(await api.getExternalcontactsContacts({ q: 'noor haddad' })), []);

  const added = await api.postExternalcontactsContactsEnrich(known);
  const again = await api.postExternalcontactsContactsEnrich({ ...known, contact: { title: 'Pilot' } });
  assert.equal(again.id, added.id);
  assert.equal(again.title, 'Pilot');
  assert.equal(again.firstName, 'Noor');
  const bulk = await api.postExternalcontactsBulkContactsEnrich({
    entities: [
      { ...known, id: 'first', contact: { salutation: 'Dr' } },
      { ...known, id: 'second', action: 'Insert' },
    ],
  });
  assert.equal(bulk.results[0].entity.salutation, 'Dr');
  assert.deepEqual(bulk.errorIndexes, [1]);
});

scenario('organizations are enriched too', async () => {
  const source = await api.postExternalcontactsExternalsources({ name: 'SAP', active: true });
  const matchingIdentifiers = [{ type: 'ExternalId', value: 'k-1', externalSource: { id: source.id } }];
  const known = { action: 'Upsert', matchingIdentifiers, externalOrganization: { name: 'Haddad' } };
  const added = await api.postExternalcontactsOrganizationsEnrich(known);
  assert.equal(added.name, 'Haddad');
  const bulk = await api.postExternalcontactsBulkOrganizationsEnrich({
    entities: [{ ...known, id: 'first', externalOrganization: { industry: 'Tools' } }],
  });
  assert.equal(bulk.errorCount, 0, JSON.stringify(bulk));
  assert.equal(bulk.results[0].entity.id, added.id);
  assert.equal(bulk.results[0].entity.industry, 'Tools');
});

scenario('contacts are searched by a body', async () => {
  const ana = await add('Xenia');
  const found = await api.postExternalcontactsContactsSearch({
    operation: { simpleSearch: { query: 'xenia', sortOrder: ['lastName:asc'] } },
  });
  assert.deepEqual(ids(found), [ana.id]);
});
