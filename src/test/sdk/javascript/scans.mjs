import assert from 'node:assert/strict';
import { divisionId, sdk, userId } from './harness/client.mjs';
import { refusal, scenario } from './harness/scenario.mjs';

const api = new sdk.ExternalContactsApi();

// Every record that a scan meets, page by page.
async function all(scan, options) {
  const met = [];
  let cursor;
  do {
    const page = await scan({ ...options, limit: 10, cursor });
    met.push(...page.entities.map((entity) => entity.id));
    cursor = page.cursors?.after;
  } while (cursor);
  return met;
}

async function assertScanned(scan, scanAll, ids) {
  const within = await all(scan, { divisionId });
  assert.deepEqual(within.filter((id) => ids.includes(id)).sort(), [...ids].sort());
  assert.equal(new Set(within).size, within.length);
  const everywhere = await all(scanAll, {});
  assert.ok(ids.every((id) => everywhere.includes(id)));
  await refusal(scan({ cursor: 'made-up' }), 400, 'invalid.value');
}

const division = { id: divisionId };

scenario('contacts and their notes are scanned, each once', async () => {
  const contacts = await api.postExternalcontactsBulkContactsAdd({
    entities: Array.from({ length: 12 }, (_, i) => ({ firstName: 'Ana', lastName: `Scan ${i}`, division })),
  });
  const ids = contacts.results.map((result) => result.id);
  await assertScanned(
    (options) => api.getExternalcontactsScanContacts(options),
    (options) => api.getExternalcontactsScanContactsDivisionviewsAll(options),
    ids,
  );
  const notes = await api.postExternalcontactsBulkNotesAdd({
    entities: ids.map((entityId) => ({ entityType: 'contact', entityId, noteText: 'Calls early' })),
  });
  await assertScanned(
    (options) => api.getExternalcontactsScanNotes(options),
    (options) => api.getExternalcontactsScanNotesDivisionviewsAll(options),
    notes.results.map((result) => result.id),
  );
});

scenario('organizations and relationships are scanned, each once', async () => {
  const organizations = await api.postExternalcontactsBulkOrganizationsAdd({
    entities: Array.from({ length: 12 }, (_, i) => ({ name: `Scan ${i}`, division })),
  });
  const ids = organizations.results.map((result) => result.id);
  await assertScanned(
    (options) => api.getExternalcontactsScanOrganizations(options),
    (options) => api.getExternalcontactsScanOrganizationsDivisionviewsAll(options),
    ids,
  );
  const relationships = await api.postExternalcontactsBulkRelationshipsAdd({
    entities: ids.map((id) => ({ user: { id: userId }, externalOrganization: { id }, relationship: 'Sponsor' })),
  });
  await assertScanned(
    (options) => api.getExternalcontactsScanRelationships(options),
    (options) => api.getExternalcontactsScanRelationshipsDivisionviewsAll(options),
    relationships.results.map((result) => result.id),
  );
});
