import assert from 'node:assert/strict';
import { sdk } from './harness/client.mjs';
import { NOBODY, refusal, scenario } from './harness/scenario.mjs';

const api = new sdk.ExternalContactsApi();

scenario('a number or an address finds whoever holds it', async () => {
  const { id } = await api.postExternalcontactsContacts({
    firstName: 'Noor',
    lastName: 'Haddad',
    cellPhone: { display: '+34 655 98 76 54' },
    workEmail: 'noor@haddad.example',
  });
  const found = async (value) =>
    (await api.getExternalcontactsReversewhitepageslookup(value, { expand: ['division'] })).contacts.map((c) => c.id);

  assert.deepEqual(await found('+34655987654'), [id]);
  assert.deepEqual(await found('0034 655 98 76 54'), [id]);
  assert.deepEqual(await found('Noor@Haddad.example'), [id]);
  assert.deepEqual(await found('+34655987655'), []);
});

scenario('an identifier names its contact', async () => {
  const { id } = await api.postExternalcontactsContacts({
    firstName: 'Luis',
    lastName: 'Ruiz',
    cellPhone: { display: '+34 655 11 22 33' },
  });
  const identifier = { type: 'Phone', value: '+34 655 11 22 33' };
  assert.equal((await api.postExternalcontactsIdentifierlookupContacts(identifier)).id, id);
  assert.equal((await api.postExternalcontactsIdentifierlookup(identifier)).id, id);
  await refusal(
    api.postExternalcontactsIdentifierlookupContacts({ type: 'Email', value: 'nobody@nowhere.example' }),
    404,
    'not.found',
  );
});

scenario('an external id of nobody names no organization', async () => {
  const identifier = { type: 'ExternalId', value: '7', externalSource: { id: NOBODY } };
  await refusal(api.postExternalcontactsIdentifierlookupOrganizations(identifier), 404, 'not.found');
});
