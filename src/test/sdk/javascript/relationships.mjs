import assert from 'node:assert/strict';
import { divisionId, sdk, userId } from './harness/client.mjs';
import { change, ids, NOBODY, refusal, scenario } from './harness/scenario.mjs';

const api = new sdk.ExternalContactsApi();

scenario('a relationship is created, read, listed, replaced, patched and deleted', async () => {
  const externalOrganization = await api.postExternalcontactsOrganizations({
    name: 'Ruiz y Hermanos',
    division: { id: divisionId },
  });
  const wanted = { user: { id: userId }, externalOrganization: { id: externalOrganization.id } };
  const sponsor = await api.postExternalcontactsRelationships({ ...wanted, relationship: 'Sponsor' });
  assert.equal(sponsor.user.id, userId);
  assert.equal(sponsor.externalOrganization.id, externalOrganization.id);
  assert.equal(sponsor.division.id, divisionId);
  const buyer = await api.postExternalcontactsRelationships({ ...wanted, relationship: 'Buyer' });

  const read = await api.getExternalcontactsRelationship(sponsor.id, { expand: ['division'] });
  assert.equal(read.relationship, 'Sponsor');
  const listed = (sortOrder) =>
    api.getExternalcontactsOrganizationRelationships(externalOrganization.id, { sortOrder }).then(ids);
  assert.deepEqual(await listed('createDate:asc'), [sponsor.id, buyer.id]);
  assert.deepEqual(await listed('relationship:asc'), [buyer.id, sponsor.id]);

  await api.putExternalcontactsRelationship(sponsor.id, { ...read, relationship: 'Chief sponsor' });
  assert.equal((await api.getExternalcontactsRelationship(sponsor.id)).relationship, 'Chief sponsor');
  const patched = await api.patchExternalcontactsRelationship(sponsor.id, change('relationship', 'Patron'));
  assert.equal(patched.relationship, 'Patron');

  assert.deepEqual(await api.deleteExternalcontactsRelationship(sponsor.id), {});
  await refusal(api.getExternalcontactsRelationship(sponsor.id), 404, 'not.found');
  await api.deleteExternalcontactsOrganization(externalOrganization.id);
  await refusal(api.getExternalcontactsRelationship(buyer.id), 404, 'not.found');
});

scenario('a relationship needs a user and an organization that exist', async () => {
  const body = { user: { id: NOBODY }, externalOrganization: { id: NOBODY }, relationship: 'Sponsor' };
  await refusal(api.postExternalcontactsRelationships(body), 400, 'invalid.value');
});
