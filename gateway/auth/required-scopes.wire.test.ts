import { afterAll, beforeAll, expect, it } from 'vitest';
import { respondJson } from '#platform/http/respond-json.ts';
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

it('of a document that the token grants a part of, the rest is null with an error at its own path, as the subgraph says', async () => {
  const forbidden = { message: 'This needs the scope cards:read.', extensions: { code: 'FORBIDDEN' } };
  const mixed = await startGatewayAtWork({
    answer: ({ name, body }, _request, response) => {
      if (name === 'rates') return respondJson(response, 200, { data: { exchangeRates: [{ currency: 'USD' }] } });
      const aliases = [...body.query.matchAll(/(\w+): ?card\(/g)].map(([, alias]) => alias ?? '');
      const errors = aliases.map((alias) => ({ ...forbidden, path: [alias] }));
      return respondJson(response, 200, { data: Object.fromEntries(aliases.map((alias) => [alias, null])), errors });
    },
  });
  const authorization = `Bearer ${await mixed.token({ scope: 'openid' })}`;
  const query = '{ exchangeRates { currency } mine: card(id: "card_x") { id } other: card(id: "card_y") { id } }';
  const answer = (await (await mixed.post({ query }, { authorization })).json()) as { data: unknown; errors: { path: string[] }[] };
  await mixed.stop();
  expect(answer.data).toEqual({ exchangeRates: [{ currency: 'USD' }], mine: null, other: null });
  const traced = { ...forbidden, extensions: { code: 'FORBIDDEN', traceId: expect.any(String) } };
  expect(answer.errors.toSorted((a, b) => String(a.path).localeCompare(String(b.path)))).toEqual([
    { ...traced, path: ['mine'] },
    { ...traced, path: ['other'] },
  ]);
});
