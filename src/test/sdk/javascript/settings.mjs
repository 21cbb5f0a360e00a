import assert from 'node:assert/strict';
import { sdk } from './harness/client.mjs';
import { scenario } from './harness/scenario.mjs';

const api = new sdk.SettingsApi();

scenario('the settings are kept and reset', async () => {
  const chosen = { manuallyAssignDivisionsToInteractions: true, manuallyAssignDivisionsToContacts: true };
  assert.ok((await api.putExternalcontactsSettings({ body: chosen })).message);
  assert.deepEqual(await api.getExternalcontactsSettings(), chosen);
  assert.ok((await api.deleteExternalcontactsSettings()).message);
  assert.equal((await api.getExternalcontactsSettings()).manuallyAssignDivisionsToContacts, false);
});
