import assert from 'node:assert/strict';
import { client, program, sdk, signIn } from './harness/client.mjs';
import { refusal, scenario } from './harness/scenario.mjs';

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
