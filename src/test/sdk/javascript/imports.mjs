import assert from 'node:assert/strict';
import { divisionId, sdk } from './harness/client.mjs';
import { ids, refusal, scenario, until } from './harness/scenario.mjs';

const api = new sdk.ExternalContactsApi();

const FILE = 'Key,First,Last,Mail\n1,Ana,Imported,ana@import.example\n2,Bo,Imported,not an address\n';

async function upload(text) {
  const announced = await api.postExternalcontactsImportCsvUploads({ fileName: 'people.csv', fileSize: text.length });
  const headers = Object.fromEntries(announced.uploadHeaders.map((header) => [header.name, header.value]));
  const sent = await fetch(announced.uploadUrl, { method: 'PUT', headers, body: text });
  assert.equal(sent.status, 200);
  return announced.uploadId;
}

const settled = (id) =>
  until(
    () => api.getExternalcontactsImportJob(id),
    (job) => job.executionStep === 'Validated' || !['Created', 'Running'].includes(job.status),
  );

async function settings(source) {
  const made = await api.postExternalcontactsImportSettings({
    name: 'People',
    externalSourceId: source.id,
    mergeContacts: false,
    matchingCriteria: ['Email'],
    importFields: [],
  });
  const columns = await api.postExternalcontactsImportCsvSettings({
    externalSettingsId: made.id,
    mappings: [
      { sourceField: 'First', targetField: '$.firstName' },
      { sourceField: 'Last', targetField: '$.lastName' },
      { sourceField: 'Mail', targetField: '$.workEmail' },
    ],
  });
  return { made, columns };
}

scenario('a file is validated, imported and reported on', async () => {
  const source = await api.postExternalcontactsExternalsources({ name: 'Spreadsheet', active: true });
  const { columns } = await settings(source);
  const uploadId = await upload(FILE);
  const details = await api.getExternalcontactsImportCsvUploadDetails(uploadId);
  assert.equal(details.fileName, 'people.csv');
  assert.equal(details.validationResult.separatorValid, true);
  const preview = await api.getExternalcontactsImportCsvUploadPreview(uploadId);
  assert.deepEqual(preview.headers, ['Key', 'First', 'Last', 'Mail']);
  assert.equal(preview.entries.length, 2);

  const { job } = await api.postExternalcontactsImportCsvJobs({
    uploadId,
    settingsId: columns.id,
    division: { id: divisionId },
  });
  const validated = await settled(job.id);
  assert.equal(validated.executionStep, 'Validated', JSON.stringify(validated));
  assert.equal(validated.metadata.dryRunSuccessCount, 1);
  assert.equal(validated.metadata.dryRunFailedCount, 1);
  await api.putExternalcontactsImportJob(job.id, { jobId: job.id, status: 'Continue' });
  const done = await settled(job.id).then((seen) =>
    seen.status === 'Running' ? until(() => api.getExternalcontactsImportJob(job.id), (now) => now.status !== 'Running') : seen,
  );
  assert.equal(done.status, 'Completed', JSON.stringify(done));
  assert.equal(done.metadata.importSuccessCount, 1);
  assert.match(await (await fetch(done.metadata.importReportDownloadUrl)).text(), /not an address/);
  const found = await api.getExternalcontactsContacts({ q: 'imported' });
  assert.deepEqual(found.entities.map((contact) => contact.firstName), ['Ana']);
  assert.ok(ids(await api.getExternalcontactsImportJobs()).includes(job.id));
});

scenario('settings of imports are kept, changed and deleted', async () => {
  const source = await api.postExternalcontactsExternalsources({ name: 'Ledger', active: true });
  const { made, columns } = await settings(source);
  assert.ok(ids(await api.getExternalcontactsImportSettings()).includes(made.id));
  assert.equal((await api.getExternalcontactsImportSetting(made.id)).name, 'People');
  const renamed = await api.putExternalcontactsImportSetting(made.id, { ...made, name: 'Customers' });
  assert.equal(renamed.name, 'Customers');

  assert.deepEqual(ids(await api.getExternalcontactsImportCsvSettings({ externalSettingsId: made.id })), [columns.id]);
  const mappings = columns.mappings.slice(0, 2);
  await api.putExternalcontactsImportCsvSetting(columns.id, { ...columns, mappings });
  assert.equal((await api.getExternalcontactsImportCsvSetting(columns.id)).mappings.length, 2);

  await api.deleteExternalcontactsImportCsvSetting(columns.id);
  await api.deleteExternalcontactsImportSetting(made.id);
  await refusal(api.getExternalcontactsImportSetting(made.id), 404, 'not.found');
});

scenario('a job without a file is refused: nothing else brings rows here', async () => {
  const source = await api.postExternalcontactsExternalsources({ name: 'Feed', active: true });
  const { made } = await settings(source);
  await refusal(api.postExternalcontactsImportJobs({ settingsId: made.id, division: { id: divisionId } }), 409, 'general.conflict');
});
