import assert from 'node:assert/strict';
import { callbook, divisionId, sdk, userId } from './harness/client.mjs';
import { NOBODY, refusal, scenario } from './harness/scenario.mjs';

const api = new sdk.ExternalContactsApi();

const report = (interactionId, kind) =>
  callbook('interactions/events', {
    source: 'default',
    sourceEventId: crypto.randomUUID(),
    interactionId,
    kind,
    agent: { user: userId },
    from: { raw: '+34911000111' },
  });

scenario('a conversation belongs to the contact that a program says, until it says nobody', async () => {
  const conversationId = crypto.randomUUID();
  const { id } = await api.postExternalcontactsContacts({
    firstName: 'Ana',
    lastName: 'Ruiz',
    division: { id: divisionId },
  });
  const association = { conversationId, communicationId: crypto.randomUUID(), mediaType: 'CALL' };
  assert.equal((await report(conversationId, 'offered')).match.kind, 'unknown');

  await api.putExternalcontactsConversation(conversationId, { ...association, externalContactId: id });
  assert.equal((await report(conversationId, 'connected')).match.kind, 'known');
  await api.putExternalcontactsConversation(conversationId, association);
  assert.equal((await report(conversationId, 'ended')).match.kind, 'unknown');
});

scenario('a conversation cannot belong to nobody known', async () => {
  const conversationId = crypto.randomUUID();
  const association = { conversationId, communicationId: conversationId, mediaType: 'MESSAGE', externalContactId: NOBODY };
  await refusal(api.putExternalcontactsConversation(conversationId, association), 404, 'not.found');
  await refusal(
    api.putExternalcontactsConversation(conversationId, { conversationId, mediaType: 'SMOKE' }),
    400,
    'invalid.value',
  );
});
