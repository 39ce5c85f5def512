import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '#platform/telemetry/logger.ts';
import { type GatewayAtWork, startGatewayAtWork } from '../testkit/gateway-at-work.ts';

const lines: string[] = [];
const destination = { write: (line: string) => void lines.push(line) };
const gateways = new Map<string, GatewayAtWork>();
beforeAll(async () => {
  for (const level of ['info', 'debug'])
    gateways.set(level, await startGatewayAtWork({ logger: createLogger('test', level, destination) }));
});
afterAll(async () => {
  for (const at of gateways.values()) await at.stop();
});
beforeEach(() => {
  lines.length = 0;
});

const at = (level: string): GatewayAtWork => {
  const found = gateways.get(level);
  if (found === undefined) throw new Error(`no gateway logs at ${level}`);
  return found;
};

/** A word and a card number that no line of the log may hold. */
const word = 'hunter2';
const card = '4149   4999   1234   5673';
const named = `${word}_4149499912345673`;
const bodies: readonly (readonly [string, unknown])[] = [
  ['a syntax error', { query: `{ me { id } } "${word} ${card}"` }],
  ['a field that is not there', { query: `{ ${named} }` }],
  ['a fragment that is not there', { query: `{ ...${named} }` }],
  ['a fragment that spreads itself', { query: `{ ...${named} } fragment ${named} on Query { ...${named} }` }],
  ['an operation that is not there', { query: 'query A { __typename }', operationName: named }],
  ["an operation's name", { query: `query ${named} { __typename }`, operationName: named }],
  ['a wrong literal', { query: `{ billers(first: "${word} ${card}") { edges { cursor } } }` }],
  ['a literal that is a text in a block', { query: `{ billers(first: """${word} ${card}""") { edges { cursor } } }` }],
  ['a wrong variable', { query: 'query ($n: Int) { billers(first: $n) { edges { cursor } } }', variables: { n: `${word} ${card}` } }],
  [
    'a key in a variable',
    {
      query: 'query ($input: DebtInput!) { debt(input: $input) { __typename } }',
      variables: { input: { [named]: 1, billerId: 'b', fields: [] } },
    },
  ],
  ['a variable that is not given', { query: `query ($${named}: Int!) { billers(first: $${named}) { edges { cursor } } }` }],
  ['a wrong hash', { query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: `${word} ${card}` } } }],
  ['a persisted query that is an alias', { query: `{ ${named}: nothing }` }],
  ['a body that is no object', [`${word} ${card}`]],
];
const digits = /4149\s*4999|4999\s*1234/;

describe("a client's own text", () => {
  it.each(bodies)('%s stands in no line of the log at info, and of its request there is a line', async (_what, body) => {
    await (await at('info').post(body as object)).text();
    const log = lines.join('');
    expect(log).toMatch(/"msg":"(?:refused|answered)"/);
    expect(log).not.toContain(word);
    expect(log).not.toMatch(digits);
  });

  it.each(bodies)('%s shows no card number at debug either, nor to the client', async (_what, body) => {
    const answer = await (await at('debug').post(body as object)).text();
    expect(lines.join('')).not.toMatch(digits);
    expect(answer).not.toMatch(digits);
  });

  it('tells at debug why a request was refused', async () => {
    await (await at('debug').post({ query: '{ me { id } ' })).text();
    expect(lines.join('')).toContain('Syntax Error: Expected Name, found <EOF>.');
  });
});

describe('of a literal or a variable of 45,000 characters', () => {
  const long = 'x'.repeat(45_000);
  it.each([
    ['a text in the place of a number', { query: `{ billers(first: "${long}") { edges { cursor } } }` }],
    ['an enum value that is not there', { query: `{ billers(category: ${long}) { edges { cursor } } }` }],
    ['an object in the place of a number', { query: `{ billers(first: {a: "${long}"}) { edges { cursor } } }` }],
    ['a block', { query: `{ billers(first: """${long}""") { edges { cursor } } }` }],
    ['a list', { query: `{ billers(first: [${'1 '.repeat(450)}"${long}"]) { edges { cursor } } }` }],
    ['a default', { query: `query ($n: Int = "${long}") { billers(first: $n) { edges { cursor } } }` }],
    ['a string where none is read', { query: `{ billers "${long}" }` }],
    ['a field', { query: `{ ${long} }` }],
    ['a type', { query: `query ($n: ${long}) { billers(first: $n) { edges { cursor } } }` }],
    ['a variable', { query: 'query ($n: Int) { billers(first: $n) { edges { cursor } } }', variables: { n: long } }],
    [
      'a key in a variable',
      { query: 'query ($input: DebtInput!) { debt(input: $input) { __typename } }', variables: { input: { [long]: 1 } } },
    ],
  ])('%s is told with no more than a hundred of them', async (_what, body) => {
    const response = await at('info').post(body);
    const { errors } = (await response.json()) as { errors: readonly { message: string; extensions: { code: string } }[] };
    expect(response.status).toBe(400);
    expect(errors.length).toBeGreaterThan(0);
    for (const { message, extensions } of errors) {
      expect(extensions.code).toBe('BAD_USER_INPUT');
      expect(message.match(/x/g)?.length ?? 0).toBeLessThanOrEqual(100);
      expect(message.length).toBeLessThanOrEqual(200);
    }
  });
});
