import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GatewayAtWork, startGatewayAtWork } from '../testkit/gateway-at-work.ts';

let at: GatewayAtWork;
beforeAll(async () => {
  at = await startGatewayAtWork();
});
afterAll(() => at.stop());

it.each([
  ['{ card(id: "card_x") { id } }', { card: null }],
  ['{ a: billers { edges { cursor } } b: card(id: "card_x") { id } }', { a: null, b: null }],
  ['mutation { lockCard(input: { cardId: "card_x", idempotencyKey: "k" }) { __typename } }', { lockCard: null }],
])('%s reaches no subgraph without its scope', async (query, data) => {
  for (const [headers, code] of [
    [{ authorization: `Bearer ${await at.token({ scope: 'openid' })}` }, 'FORBIDDEN'],
    [{}, 'UNAUTHENTICATED'],
  ] as const) {
    at.asked.length = 0;
    const answer = await (await at.post({ query }, headers)).json();
    expect(answer).toMatchObject({
      data,
      errors: expect.arrayContaining([expect.objectContaining({ extensions: { code, traceId: expect.any(String) } })]),
    });
    expect(at.asked).toEqual([]);
  }
});

it('an operation that the token grants something of is asked for', async () => {
  at.asked.length = 0;
  await at.post({ query: '{ card(id: "card_x") { id } exchangeRates { buy } }' });
  expect(at.asked.map(({ name }) => name)).toContain('rates');
});
