import { expect, test } from 'vitest';
import { valuesOf } from '#legacy-adapters/simulation/raw-request.ts';
import { knownCards } from '#legacy-adapters/simulation/world.ts';
import { password, runCards } from './simulator.testkit.ts';

const card = `<c:cardToken>${knownCards.olenaDebit}</c:cardToken>`;

test('a right token opens the door', async () => {
  const cards = await runCards();
  const answer = await cards.ask('GetCards', card);
  expect(answer.status).toBe(200);
  expect(valuesOf(answer.text, 'cardToken')).toEqual([knownCards.olenaDebit]);
});

test('no token is a SOAP 1.2 fault of the sender: failed authentication', async () => {
  const cards = await runCards();
  const answer = await cards.ask('GetCards', card, 'none');
  expect(answer.status).toBe(400);
  expect(answer.contentType).toBe('application/soap+xml; charset=utf-8');
  expect(answer.text).toContain('xmlns:soap="http://www.w3.org/2003/05/soap-envelope"');
  expect(valuesOf(answer.text, 'Value')).toEqual(['soap:Sender', 'wsse:FailedAuthentication']);
});

test.each([
  ['another password', { password: 'guess' }],
  ['another user', { user: 'root' }],
  ['a digest of something else', { digest: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }],
  ['the password as text', { type: 'PasswordText', digest: password }],
  ['a digest that says it is text', { type: 'PasswordText' }],
  ['no nonce', { nonce: '' }],
  ['a nonce of 4 bytes', { nonce: 'AAAAAA==' }],
  ['a created that is none', { created: 'now' }],
  ['a created of more than 5 minutes ago', { created: '2026-07-01T08:54:59Z' }],
  ['a created of more than 5 minutes ahead', { created: '2026-07-01T09:05:01Z' }],
])('a token with %s is refused, in the same words as any other', async (_case, change) => {
  const cards = await runCards();
  const refused = await cards.ask('GetCards', card, cards.token(change));
  expect(refused.status).toBe(400);
  expect(refused.text).toBe((await cards.ask('GetCards', card, 'none')).text);
});

test('a token within five minutes of the clock is taken, whichever way', async () => {
  const cards = await runCards();
  for (const created of ['2026-07-01T08:55:00Z', '2026-07-01T09:05:00Z']) {
    expect((await cards.ask('GetCards', card, cards.token({ created }))).status).toBe(200);
  }
});

test('a replayed token is refused for as long as it would be fresh, and as stale from then on', async () => {
  const cards = await runCards();
  const token = cards.token({ created: '2026-07-01T09:04:00Z' });
  expect((await cards.ask('GetCards', card, token)).status).toBe(200);
  for (const passed of [0, 300_000, 239_000, 2_000]) {
    cards.pass(passed);
    expect((await cards.ask('GetCards', card, token)).status).toBe(400);
  }
});

test('a nonce is used up by a right token only', async () => {
  const cards = await runCards();
  const right = cards.token();
  expect((await cards.ask('GetCards', card, { ...right, digest: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' })).status).toBe(400);
  expect((await cards.ask('GetCards', card, right)).status).toBe(200);
});

test('the same nonce spelt with other spare bits is the same nonce', async () => {
  const cards = await runCards();
  const first = cards.token({ nonce: 'AAAAAAAAAAAAAAAAAAAAAA==' });
  const respelt = cards.token({ nonce: 'AAAAAAAAAAAAAAAAAAAAAB==', created: first.created });
  expect(respelt.digest).toBe(first.digest);
  expect((await cards.ask('GetCards', card, first)).status).toBe(200);
  expect((await cards.ask('GetCards', card, respelt)).status).toBe(400);
});
