// Runs every scenario in turn and writes one line of JSON for each.
import assert from 'node:assert/strict';
import { createSign } from 'node:crypto';
import { createRequire } from 'node:module';

const jsforce = createRequire(`${process.env.JSFORCE_HOME}/package.json`)('jsforce');
const url = process.env.SALESFORCE_URL;
const scenarios = [];
const scenario = (name, run) => scenarios.push({ name, run });

async function connect() {
  const conn = new jsforce.Connection({
    version: '63.0',
    oauth2: { loginUrl: url, clientId: 'app', clientSecret: 'secret' },
    refreshFn: async (self, done) => {
      await self.authorize({ grant_type: 'client_credentials' });
      done(null, self.accessToken);
    },
  });
  await conn.authorize({ grant_type: 'client_credentials' });
  return conn;
}

function assertion(audience) {
  const part = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const claims = {
    iss: 'signer', sub: 'integration@example.org', aud: audience, exp: Math.floor(Date.now() / 1000) + 120,
  };
  const signed = `${part({ alg: 'RS256' })}.${part(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(process.env.SIGNER_KEY, 'base64url')}`;
}

const names = (records) => records.map((record) => record.LastName).sort();
const numbered = (count) => Array.from({ length: count }, (_, number) => `Name ${100 + number}`);

scenario('an app signs in with its secret', async () => {
  const conn = await connect();
  assert.equal(conn.instanceUrl, url);
  assert.match(conn.userInfo.organizationId, /^00D/);
});

scenario('an app signs in with an assertion', async () => {
  const conn = new jsforce.Connection({ oauth2: { loginUrl: url } });
  const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
  await conn.authorize({ grant_type, assertion: assertion('https://login.salesforce.com') });
  assert.equal((await conn.query('SELECT COUNT() FROM Contact')).totalSize, 25);
  await assert.rejects(conn.authorize({ grant_type, assertion: assertion('https://example.org') }), (error) => {
    assert.equal(error.name, 'invalid_grant');
    assert.equal(error.message, 'audience is invalid');
    return true;
  });
});

scenario('a query is read page by page', async () => {
  const conn = await connect();
  let page = await conn.query('SELECT Id, LastName FROM Contact ORDER BY LastName');
  const read = [...page.records];
  assert.equal(page.totalSize, 25);
  while (!page.done) {
    page = await conn.queryMore(page.nextRecordsUrl);
    read.push(...page.records);
  }
  assert.deepEqual(read.map((record) => record.LastName), numbered(25));
});

scenario('a query fetches all its pages by itself', async () => {
  const conn = await connect();
  const result = await conn.query('SELECT LastName FROM Contact').autoFetch(true).maxFetch(1000);
  assert.deepEqual(names(result.records), numbered(25));
});

scenario('deleted and merged records are there where they are asked for', async () => {
  const conn = await connect();
  const soql = 'SELECT Id, LastName, MasterRecordId FROM Contact WHERE IsDeleted = true';
  assert.equal((await conn.query(soql)).totalSize, 0);
  const all = (await conn.query(soql, { scanAll: true })).records;
  assert.deepEqual(names(all), ['Deleted', 'Loser']);
  assert.ok(all.find((record) => record.LastName === 'Loser').MasterRecordId);
});

scenario('records are found by conditions', async () => {
  const conn = await connect();
  const found = await conn.sobject('Contact')
    .find({ LastName: { $in: ['Name 101', 'Name 102'] }, 'Account.Name': 'Acme' }, ['LastName', 'Account.Name'])
    .sort({ LastName: -1 })
    .limit(5);
  assert.deepEqual(found.map((record) => record.LastName), ['Name 102', 'Name 101']);
  assert.equal(found[0].Account.Name, 'Acme');
  assert.equal(await conn.sobject('Contact').count({ LastName: { $like: 'Name 10%' } }), 10);
});

scenario('objects are described', async () => {
  const conn = await connect();
  assert.deepEqual((await conn.describeGlobal()).sobjects.map((object) => object.name), ['Account', 'Contact']);
  const contact = await conn.sobject('Contact').describe();
  assert.equal(contact.fields.find((field) => field.name === 'Phone').length, 40);
  assert.deepEqual(contact.fields.find((field) => field.name === 'AccountId').referenceTo, ['Account']);
});

scenario('records are made, changed, read and deleted', async () => {
  const conn = await connect();
  const contacts = conn.sobject('Contact');
  const { id, success } = await contacts.create({ LastName: 'Ruiz', Birthdate: '1980-02-03', DoNotCall: true });
  assert.ok(success);
  await contacts.update({ Id: id, FirstName: 'Ana' });
  const read = await contacts.retrieve(id);
  assert.equal(read.Name, 'Ana Ruiz');
  assert.equal(read.Birthdate, '1980-02-03');
  assert.equal(read.DoNotCall, true);
  assert.match(read.SystemModstamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
  await contacts.destroy(id);
  await assert.rejects(contacts.retrieve(id), { errorCode: 'NOT_FOUND' });
});

scenario('records are made and changed by a key', async () => {
  const conn = await connect();
  const contacts = conn.sobject('Contact');
  const one = await contacts.upsert({ CallbookId__c: 'js-1', LastName: 'Kim' }, 'CallbookId__c');
  assert.ok(one.success);
  const many = await contacts.upsert(
    [{ CallbookId__c: 'js-1', LastName: 'Kim-Ruiz' }, { CallbookId__c: 'js-2' }],
    'CallbookId__c',
    { allOrNone: false },
  );
  assert.deepEqual(many.map((result) => result.success), [true, false]);
  assert.equal(many[0].id, one.id);
  assert.equal(many[1].errors[0].statusCode, 'REQUIRED_FIELD_MISSING');
  await contacts.destroy(one.id);
});

scenario('several records are made, changed, read and deleted at once', async () => {
  const conn = await connect();
  const contacts = conn.sobject('Contact');
  const made = await contacts.create([{ LastName: 'A' }, { LastName: 'B' }]);
  const ids = made.map((result) => result.id);
  assert.equal(ids.filter((id) => id.length === 18).length, 2);
  await contacts.update(ids.map((Id) => ({ Id, FirstName: 'X' })));
  assert.deepEqual((await contacts.retrieve(ids)).map((record) => record.Name), ['X A', 'X B']);
  assert.deepEqual((await contacts.destroy(ids)).map((result) => result.success), [true, true]);
});

scenario('changes and removals are listed', async () => {
  const conn = await connect();
  const end = new Date(Date.now() + 60_000);
  const start = new Date(Date.now() - 3 * 3600_000);
  const contacts = conn.sobject('Contact');
  const updated = await contacts.updated(start, end);
  assert.ok(updated.ids.length >= 25);
  assert.ok(Date.parse(updated.latestDateCovered));
  const deleted = await contacts.deleted(start, end);
  assert.ok(deleted.deletedRecords.length >= 2);
  assert.ok(deleted.deletedRecords[0].deletedDate);
  assert.ok(Date.parse(deleted.earliestDateAvailable));
});

scenario('limits are told, and by every answer', async () => {
  const conn = await connect();
  const limits = await conn.limits();
  assert.ok(limits.DailyApiRequests.Max > limits.DailyApiRequests.Remaining);
  assert.equal(conn.limitInfo.apiUsage.limit, limits.DailyApiRequests.Max);
});

// In one page: of several, this version reads the first and fails at the next, at the real one too.
scenario('a bulk query is read whole', async () => {
  const conn = await connect();
  conn.bulk2.pollInterval = 20;
  const records = await (await conn.bulk2.query('SELECT Id, LastName, Description FROM Contact')).toArray();
  assert.deepEqual(names(records), numbered(25));
  assert.equal(records.find((record) => record.LastName === 'Name 101').Description, 'one\ntwo "quoted"');
});

scenario('a bulk job is checked, aborted and deleted', async () => {
  const conn = await connect();
  const created = await conn.request({
    method: 'POST',
    url: '/services/data/v63.0/jobs/query',
    body: JSON.stringify({ operation: 'queryAll', query: 'SELECT Id FROM Contact' }),
    headers: { 'content-type': 'application/json' },
  });
  const job = conn.bulk2.job('query', { id: created.id });
  assert.equal((await job.check()).state, 'InProgress');
  assert.equal((await job.abort()).state, 'Aborted');
  await job.delete();
  await assert.rejects(job.check(), { name: 'NOT_FOUND' });
});

scenario('a query that makes no sense is refused by a code', async () => {
  const conn = await connect();
  await assert.rejects(conn.query('SELECT Id FROM Contact WHERE'), { errorCode: 'MALFORMED_QUERY' });
  await assert.rejects(conn.query('SELECT Nothing FROM Contact'), { errorCode: 'INVALID_FIELD' });
  await assert.rejects(conn.query('SELECT Id FROM Nothing'), { errorCode: 'INVALID_TYPE' });
});

scenario('a session that has ended is renewed', async () => {
  const conn = await connect();
  const ended = conn.accessToken;
  await conn.oauth2.revokeToken(ended);
  assert.equal((await conn.query('SELECT COUNT() FROM Contact')).totalSize, 25);
  assert.notEqual(conn.accessToken, ended);
});

for (const { name, run } of scenarios) {
  const failure = await run().then(() => undefined, (error) => error?.stack ?? String(error));
  console.log(JSON.stringify({ name, failure }));
}
