import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GatewayAtWork, startGatewayAtWork } from '../testkit/gateway-at-work.ts';

let at: GatewayAtWork;
beforeAll(async () => {
  at = await startGatewayAtWork();
});
afterAll(() => at.stop());
beforeEach(() => {
  at.asked.length = 0;
});

type Send = (query: string, variables: unknown) => Promise<Response>;

const token = async () => ({ authorization: `Bearer ${await at.token()}` });
const byPost: Send = async (query, variables) => at.post({ query, variables }, await token());
const byGet: Send = async (query, variables) => {
  const search = new URLSearchParams({ query, variables: typeof variables === 'string' ? variables : JSON.stringify(variables) });
  return fetch(`${at.graphqlUrl}?${search}`, { headers: { 'apollo-require-preflight': 'true', ...(await token()) } });
};

const nested = (depth: number, list = false): unknown =>
  Array.from({ length: depth - 1 }).reduce<unknown>((inner) => (list ? [inner] : { a: inner }), list ? [1] : { a: 1 });
const wide = (count: number) => ({ v: Array.from({ length: count - 1 }, () => 1) });

describe.each([
  ['POST', byPost],
  ['GET', byGet],
] as const)('variables that come by %s', (_method, send) => {
  it('reach the subgraph as they were sent', async () => {
    await send('query ($id: ID!) { card(id: $id) { status } }', { id: 'card_of-this-test' });
    expect(at.asked.map(({ name, body }) => [name, body.variables])).toEqual([['cards', { id: 'card_of-this-test' }]]);
  });

  it.each([
    ['20 objects deep are read', { v: nested(19) }, 200, undefined],
    ['21 objects deep are not', { v: nested(20) }, 400, /nested deeper than 20/],
    ['20 lists deep are read', { v: nested(19, true) }, 200, undefined],
    ['21 lists deep are not', { v: nested(20, true) }, 400, /nested deeper than 20/],
    ['1,000 in number are read', wide(1_000), 200, undefined],
    ['1,001 in number are not', wide(1_001), 400, /more than 1000 values/],
    ['that are a list are not', [1], 400, /variables must be an object|must be a JSON object/],
    ['that are a text are not', '"a text"', 400, /variables must be/],
  ])('%s', async (_what, variables, status, message) => {
    const response = await send('{ __typename }', variables);
    const { errors } = (await response.json()) as { errors?: readonly { message: string; extensions: { code: string } }[] };
    expect([response.status, errors?.[0]?.extensions.code]).toEqual([status, status === 200 ? undefined : 'BAD_USER_INPUT']);
    if (message !== undefined) expect(errors?.[0]?.message).toMatch(message);
  });

  it('are held against the types of the operation', async () => {
    const response = await send('query ($id: ID!) { card(id: $id) { status } }', { id: { of: 'card' } });
    expect([response.status, at.asked]).toEqual([400, []]);
  });
});

it('variables of a GET that are not JSON are refused', async () => {
  expect((await byGet('{ __typename }', '{"id":')).status).toBe(400);
});
