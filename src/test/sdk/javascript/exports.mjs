import assert from 'node:assert/strict';
import { divisionId, sdk, userId } from './harness/client.mjs';
import { ids, refusal, scenario, until } from './harness/scenario.mjs';

const api = new sdk.ExternalContactsApi();
const division = { id: divisionId };

const within = (...more) => ({
  queryConditions: { filters: { and: [{ eq: { field: 'DivisionId', value: divisionId } }, ...more] } },
});

// Orders an export, waits for it, and downloads its rows.
async function rowsOf(kind, body) {
  const ordered = await api[`postExternalcontacts${kind}sExports`](body);
  assert.equal(ordered.status, 'RUNNING');
  const done = await until(
    () => api[`getExternalcontacts${kind}sExport`](ordered.id),
    (job) => job.status !== 'RUNNING',
  );
  assert.equal(done.status, 'SUCCEEDED', JSON.stringify(done));
  assert.ok(ids(await api[`getExternalcontacts${kind}sExports`]({ pageSize: 25 })).includes(ordered.id));
  const file = await fetch(done.downloadUrl);
  assert.equal(file.status, 200);
  const rows = (await file.text()).trim().split('\r\n').slice(1);
  assert.equal(rows.length, done.resultRowCount);
  return rows;
}

scenario('contacts and notes are exported as files', async () => {
  const ana = await api.postExternalcontactsContacts({ firstName: 'Ana', lastName: 'Exported', division });
  const note = await api.postExternalcontactsContactNotes(ana.id, { noteText: 'Calls early' });
  const contacts = await rowsOf('Contact', within({ gte: { field: 'CreateDate', value: ana.createDate } }));
  assert.ok(contacts.some((row) => row.includes(ana.id) && row.includes('Exported')), contacts.join('\n'));
  const notes = await rowsOf('Note', within({ eq: { field: 'EntityType', value: 'contact' } }));
  assert.ok(notes.some((row) => row.includes(note.id) && row.includes('Calls early')), notes.join('\n'));
});

scenario('organizations and relationships are exported as files', async () => {
  const organization = await api.postExternalcontactsOrganizations({ name: 'Exported & Co', division });
  const sponsor = await api.postExternalcontactsRelationships({
    user: { id: userId },
    externalOrganization: { id: organization.id },
    relationship: 'Sponsor',
  });
  const organizations = await rowsOf('Organization', within());
  assert.ok(organizations.some((row) => row.includes(organization.id)), organizations.join('\n'));
  const relationships = await rowsOf('Relationship', within({ in: { field: 'UserId', values: [userId] } }));
  assert.ok(relationships.some((row) => row.includes(sponsor.id)), relationships.join('\n'));
});

scenario('a condition on a field that there is not is refused by name', async () => {
  const body = { queryConditions: { filters: { eq: { field: 'Shoe', value: '43' } } } };
  const error = await refusal(api.postExternalcontactsContactsExports(body), 400, 'invalid.value');
  assert.equal(error.details[0].fieldName, 'queryConditions.filters.eq.field');
});
