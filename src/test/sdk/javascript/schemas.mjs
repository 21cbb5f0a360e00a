import assert from 'node:assert/strict';
import { sdk } from './harness/client.mjs';
import { ids, refusal, scenario } from './harness/scenario.mjs';

const api = new sdk.ExternalContactsApi();

const field = (coreType, title, limits) => ({
  allOf: [{ $ref: `#/definitions/${coreType}` }],
  title,
  description: title,
  ...limits,
});

const schema = (name, properties) => ({
  name,
  enabled: true,
  jsonSchema: {
    $schema: 'http://json-schema.org/draft-04/schema#',
    title: name,
    description: name,
    type: 'object',
    properties,
  },
});

const clothes = (name) =>
  schema(name, {
    shirt_text: field('text', 'Shirt', { minLength: 1, maxLength: 3 }),
    badge_identifier: field('identifier', 'Badge', { minLength: 1, maxLength: 20 }),
  });

scenario('a schema of contacts is made, read, changed and deleted', async () => {
  const made = await api.postExternalcontactsContactsSchemas(clothes('Clothes'));
  assert.equal(made.version, 1);
  assert.deepEqual(made.appliesTo, ['CONTACT']);
  assert.equal((await api.getExternalcontactsContactsSchema(made.id)).name, 'Clothes');
  assert.ok(ids(await api.getExternalcontactsContactsSchemas()).includes(made.id));

  const changed = await api.putExternalcontactsContactsSchema(made.id, { ...made, name: 'Garments' });
  assert.equal(changed.version, 2);
  await refusal(api.putExternalcontactsContactsSchema(made.id, { ...made, name: 'Late' }), 409, 'general.conflict');
  assert.equal((await api.getExternalcontactsContactsSchemaVersions(made.id)).entities.length, 2);
  assert.equal((await api.getExternalcontactsContactsSchemaVersion(made.id, '1')).name, 'Clothes');

  await api.deleteExternalcontactsContactsSchema(made.id);
  assert.ok(!ids(await api.getExternalcontactsContactsSchemas()).includes(made.id));
});

scenario('contacts hold the values of their schema, which are checked and found', async () => {
  const { id, version } = await api.postExternalcontactsContactsSchemas(clothes('Wardrobe'));
  const ana = (customFields) => ({ firstName: 'Ana', lastName: 'Ruiz', schema: { id, version }, customFields });

  const made = await api.postExternalcontactsContacts(ana({ shirt_text: 'M', badge_identifier: 'Bilbao-77' }));
  const read = await api.getExternalcontactsContact(made.id);
  assert.deepEqual(read.customFields, { shirt_text: 'M', badge_identifier: 'Bilbao-77' });
  assert.equal(read.schema.id, id);
  assert.deepEqual(ids(await api.getExternalcontactsContacts({ q: 'bilbao-77' })), [made.id]);

  const error = await refusal(api.postExternalcontactsContacts(ana({ shirt_text: 'enormous' })), 400, 'invalid.value');
  assert.ok(error.details.some((detail) => detail.fieldName === 'customFields.shirt_text'), JSON.stringify(error));
  await api.deleteExternalcontactsContact(made.id);
});

scenario('a schema of organizations is made, read and changed', async () => {
  const made = await api.postExternalcontactsOrganizationsSchemas(clothes('Fleet'));
  assert.deepEqual(made.appliesTo, ['EXTERNAL_ORGANIZATION']);
  assert.equal((await api.getExternalcontactsOrganizationsSchema(made.id)).name, 'Fleet');
  assert.ok(ids(await api.getExternalcontactsOrganizationsSchemas()).includes(made.id));

  const changed = await api.putExternalcontactsOrganizationsSchema(made.id, { ...made, enabled: false });
  assert.equal(changed.version, 2);
  assert.equal(changed.enabled, false);
  assert.equal((await api.getExternalcontactsOrganizationsSchemaVersions(made.id)).entities.length, 2);
  assert.equal((await api.getExternalcontactsOrganizationsSchemaVersion(made.id, '1')).enabled, true);
});

scenario('core types and limits say what a schema may hold', async () => {
  const coretypes = await api.getExternalcontactsContactsSchemasCoretypes();
  assert.equal(coretypes.entities.length, 11);
  assert.ok(coretypes.entities.some((type) => type.name === 'tag'));
  assert.equal((await api.getExternalcontactsContactsSchemasCoretype('identifier')).name, 'identifier');
  assert.equal((await api.getExternalcontactsOrganizationsSchemasCoretypes()).entities.length, 11);
  assert.equal((await api.getExternalcontactsOrganizationsSchemasCoretype('enum')).name, 'enum');

  const limits = await api.getExternalcontactsContactsSchemasLimits();
  assert.ok(limits.maxNumberOfFieldsPerSchema > 0);
  assert.deepEqual(await api.getExternalcontactsOrganizationsSchemasLimits(), { ...limits, selfUri: limits.selfUri.replace('contacts/schemas', 'organizations/schemas') });
});
