import assert from 'node:assert/strict';
import { client, divisionId, program, sdk, signIn, userId } from './harness/client.mjs';
import { ids, refusal, scenario } from './harness/scenario.mjs';

const authorization = new sdk.AuthorizationApi();

scenario('a program signs in by its id and secret', async () => {
  const token = await signIn();
  assert.ok(token.accessToken);
  assert.ok(token.tokenExpiryTime > Date.now());
});

scenario('a wrong secret opens nothing', async () => {
  try {
    await client.loginClientCredentialsGrant(program.id, 'wrong').then(
      () => assert.fail('it opened'),
      (error) => assert.equal(error.response.status, 401),
    );
  } finally {
    await signIn();
  }
});

scenario('a token that was ended opens nothing any more', async () => {
  await new sdk.TokensApi().deleteTokensMe();
  try {
    await refusal(new sdk.ExternalContactsApi().getExternalcontactsContacts(), 401, 'bad.credentials');
  } finally {
    await signIn();
  }
});

scenario('a program learns who it is and where it may do what', async () => {
  const me = await new sdk.TokensApi().getTokensMe();
  assert.equal(me.OAuthClient.id, program.id);
  assert.ok(me.organization.name);
  assert.equal((await new sdk.OrganizationApi().getOrganizationsMe()).name, me.organization.name);
  const permitted = await authorization.getAuthorizationDivisionspermittedMe('externalContacts:contact:view');
  assert.ok(permitted.some((division) => division.id === divisionId));
});

scenario('a division is made, renamed and deleted while it is empty', async () => {
  const made = await authorization.postAuthorizationDivisions({ name: 'Porto', description: 'Sea' });
  const renamed = await authorization.putAuthorizationDivision(made.id, { ...made, name: 'Porto Norte' });
  assert.equal(renamed.name, 'Porto Norte');
  assert.deepEqual(ids(await authorization.getAuthorizationDivisions({ name: 'porto' })), [made.id]);
  assert.equal((await authorization.getAuthorizationDivision(made.id)).description, 'Sea');
  await authorization.deleteAuthorizationDivision(made.id);
  await refusal(authorization.getAuthorizationDivision(made.id), 404, 'not.found');
});

scenario('a role is made, given in a division, taken and deleted', async () => {
  const role = await authorization.postAuthorizationRoles({
    name: 'Readers',
    permissions: [],
    permissionPolicies: [{ domain: 'externalContacts', entityName: 'contact', actionSet: ['view'] }],
  });
  assert.equal((await authorization.getAuthorizationRole(role.id)).userCount, 0);
  await authorization.postAuthorizationSubjectDivisionRole(userId, divisionId, role.id);
  const held = async () =>
    (await authorization.getAuthorizationSubject(userId)).grants.map((grant) => grant.role.id);
  assert.ok((await held()).includes(role.id));
  await authorization.deleteAuthorizationSubjectDivisionRole(userId, divisionId, role.id);
  assert.ok(!(await held()).includes(role.id));
  await authorization.deleteAuthorizationRole(role.id);
  await refusal(authorization.getAuthorizationRole(role.id), 404, 'not.found');
});

scenario('a client is made, gets a new secret, and is deleted', async () => {
  const oauth = new sdk.OAuthApi();
  const made = await oauth.postOauthClients({
    name: 'Dialler',
    authorizedGrantType: 'CLIENT-CREDENTIALS',
    roleDivisions: [],
    state: 'active',
  });
  assert.ok(made.secret);
  assert.equal((await oauth.getOauthClient(made.id)).secret, undefined);
  const rotated = await oauth.postOauthClientSecret(made.id);
  assert.notEqual(rotated.secret, made.secret);
  assert.ok(ids(await oauth.getOauthClients()).includes(made.id));
  await oauth.deleteOauthClient(made.id);
  await refusal(oauth.getOauthClient(made.id), 404, 'not.found');
});

scenario('a user is read by id', async () => {
  const user = await new sdk.UsersApi().getUser(userId, { expand: ['authorization'] });
  assert.equal(user.id, userId);
  assert.equal(user.state, 'active');
  assert.ok(user.authorization.roles.length > 0);
});
