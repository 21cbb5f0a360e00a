import assert from 'node:assert/strict';
import { sdk, userId } from './harness/client.mjs';
import { NOBODY, scenario } from './harness/scenario.mjs';

const api = new sdk.ExternalContactsApi();

const references = (...ids) => ({ entities: ids.map((id) => ({ id })) });
const entities = (response) => {
  assert.equal(response.errorCount, 0, JSON.stringify(response));
  return response.results.map((result) => result.entity);
};

// One record and nobody's: the first succeeds, the second fails alone.
function halfDone(response, id) {
  assert.equal(response.errorCount, 1, JSON.stringify(response));
  assert.deepEqual(response.errorIndexes, [1]);
  assert.equal(response.results[0].id, id);
  assert.equal(response.results[0].success, true);
  assert.equal(response.results[1].error.code, 'not.found');
  return response.results[0].entity;
}

scenario('contacts are added, fetched, changed and removed in bulk', async () => {
  const [ana, eva] = entities(
    await api.postExternalcontactsBulkContactsAdd({
      entities: [
        { firstName: 'Ana', lastName: 'Ruiz' },
        { firstName: 'Eva', lastName: 'Ruiz' },
      ],
    }),
  );
  assert.equal(halfDone(await api.postExternalcontactsBulkContacts(references(eva.id, NOBODY)), eva.id).firstName, 'Eva');
  const viewed = await api.postExternalcontactsBulkContactsDivisionviews(references(ana.id, NOBODY));
  assert.equal(halfDone(viewed, ana.id).firstName, 'Ana');
  const changed = await api.postExternalcontactsBulkContactsUpdate({
    entities: [
      { ...ana, title: 'Buyer' },
      { ...ana, id: NOBODY },
    ],
  });
  assert.equal(halfDone(changed, ana.id).title, 'Buyer');
  assert.equal((await api.getExternalcontactsContact(ana.id)).title, 'Buyer');
  halfDone(await api.postExternalcontactsBulkContactsRemove(references(ana.id, NOBODY)), ana.id);
  halfDone(await api.postExternalcontactsBulkContacts(references(eva.id, ana.id)), eva.id);
});

scenario('organizations are added, fetched, changed and removed in bulk', async () => {
  const [one, other] = entities(
    await api.postExternalcontactsBulkOrganizationsAdd({ entities: [{ name: 'Ruiz' }, { name: 'Haddad' }] }),
  );
  const fetched = await api.postExternalcontactsBulkOrganizations(references(other.id, NOBODY));
  assert.equal(halfDone(fetched, other.id).name, 'Haddad');
  const viewed = await api.postExternalcontactsBulkOrganizationsDivisionviews(references(one.id, NOBODY));
  assert.equal(halfDone(viewed, one.id).name, 'Ruiz');
  const changed = await api.postExternalcontactsBulkOrganizationsUpdate({
    entities: [
      { ...one, industry: 'Tools' },
      { ...one, id: NOBODY },
    ],
  });
  assert.equal(halfDone(changed, one.id).industry, 'Tools');
  halfDone(await api.postExternalcontactsBulkOrganizationsRemove(references(one.id, NOBODY)), one.id);
  halfDone(await api.postExternalcontactsBulkOrganizations(references(other.id, one.id)), other.id);
});

scenario('notes on contacts and organizations are added, fetched, changed and removed in bulk', async () => {
  const contact = await api.postExternalcontactsContacts({ firstName: 'Ana', lastName: 'Ruiz' });
  const organization = await api.postExternalcontactsOrganizations({ name: 'Ruiz' });
  const [one, other] = entities(
    await api.postExternalcontactsBulkNotesAdd({
      entities: [
        { entityType: 'contact', entityId: contact.id, noteText: 'Calls early' },
        { entityType: 'organization', entityId: organization.id, noteText: 'Pays late' },
      ],
    }),
  );
  assert.equal((await api.getExternalcontactsOrganizationNote(organization.id, other.id)).noteText, 'Pays late');
  assert.equal(halfDone(await api.postExternalcontactsBulkNotes(references(one.id, NOBODY)), one.id).noteText, 'Calls early');
  const changed = await api.postExternalcontactsBulkNotesUpdate({
    entities: [
      { ...one, noteText: 'Calls late' },
      { ...one, id: NOBODY },
    ],
  });
  assert.equal(halfDone(changed, one.id).noteText, 'Calls late');
  halfDone(await api.postExternalcontactsBulkNotesRemove(references(one.id, NOBODY)), one.id);
  halfDone(await api.postExternalcontactsBulkNotes(references(other.id, one.id)), other.id);
});

scenario('relationships are added, fetched, changed and removed in bulk', async () => {
  const organization = await api.postExternalcontactsOrganizations({ name: 'Ruiz' });
  const wanted = { user: { id: userId }, externalOrganization: { id: organization.id } };
  const [one, other] = entities(
    await api.postExternalcontactsBulkRelationshipsAdd({
      entities: [
        { ...wanted, relationship: 'Sponsor' },
        { ...wanted, relationship: 'Buyer' },
      ],
    }),
  );
  const fetched = await api.postExternalcontactsBulkRelationships(references(other.id, NOBODY));
  assert.equal(halfDone(fetched, other.id).relationship, 'Buyer');
  const changed = await api.postExternalcontactsBulkRelationshipsUpdate({
    entities: [
      { ...one, relationship: 'Patron' },
      { ...one, id: NOBODY },
    ],
  });
  assert.equal(halfDone(changed, one.id).relationship, 'Patron');
  halfDone(await api.postExternalcontactsBulkRelationshipsRemove(references(one.id, NOBODY)), one.id);
  halfDone(await api.postExternalcontactsBulkRelationships(references(other.id, one.id)), other.id);
});
