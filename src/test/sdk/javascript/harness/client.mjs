// The SDK, pointed at the Callbook under test. Where it is installed is not where this file is.
import { createRequire } from 'node:module';
import { record } from './calls.mjs';

export const sdk = createRequire(`${process.env.SDK_HOME}/package.json`)('purecloud-platform-client-v2');

// A division, a user of ours who is an agent in it, and a program that may do everything everywhere.
export const divisionId = process.env.CALLBOOK_DIVISION;
export const userId = process.env.CALLBOOK_USER;
export const program = { id: process.env.CALLBOOK_CLIENT_ID, secret: process.env.CALLBOOK_CLIENT_SECRET };

const server = new URL(process.env.CALLBOOK_URL);

function point(client) {
  client.setGateway({
    host: server.hostname,
    protocol: server.protocol.replace(':', ''),
    port: server.port,
    path_params_login: 'login',
    path_params_api: '',
  });
  return record(client);
}

export const client = point(sdk.ApiClient.instance);

export function signIn() {
  return client.loginClientCredentialsGrant(program.id, program.secret);
}

// Our own operations, which the SDK does not know.
export async function callbook(path, body) {
  const answer = await fetch(new URL(`/api/v2/callbook/${path}`, server), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${client.authData.accessToken}` },
    body: JSON.stringify(body),
  });
  return answer.json();
}
