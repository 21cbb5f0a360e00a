import assert from 'node:assert/strict';

export const scenarios = [];

// What an integrator does, in words, and what must come of it.
export function scenario(name, run) {
  scenarios.push({ name, run });
}

// The body a refused call is rejected with; the API's error form.
export async function refusal(call, status, code) {
  const error = await call.then(
    (answer) => assert.fail(`answered ${JSON.stringify(answer)} instead of refusing`),
    (body) => body,
  );
  assert.equal(error.status, status, JSON.stringify(error));
  assert.equal(error.code, code);
  assert.ok(error.message && error.contextId, JSON.stringify(error));
  return error;
}

export const ids = (listing) => listing.entities.map((entity) => entity.id);

export const change = (field, value) => ({ changes: [{ field: `$.${field}`, action: 'Update', value }] });

// An id of nobody.
export const NOBODY = '019ab0f6-7c00-7000-8000-00000000ffff';

// Reads again until it is as wanted; a minute at most.
export async function until(read, isWanted) {
  for (const limit = Date.now() + 60_000; Date.now() < limit; ) {
    const answer = await read();
    if (isWanted(answer)) {
      return answer;
    }
  }
  return assert.fail('it never came');
}
