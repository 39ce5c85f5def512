import { createHash } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateGatewayKey } from '#platform/principal/principal-token.ts';
import { type BankAtWork, type GraphAnswer, readAnswer, startBankAtWork } from './testkit/bank-at-work.ts';

let bank: BankAtWork;
beforeAll(async () => {
  bank = await startBankAtWork();
});
afterAll(() => bank.stop());
beforeEach(() => bank.reset());

type Ask = (bank: BankAtWork) => Promise<GraphAnswer>;

interface Row {
  readonly row: string;
  readonly input: string;
  readonly ask: Ask;
  readonly status: number;
  readonly code?: string;
  readonly message?: RegExp;
  readonly withinMs?: number;
}

const olena =
  (query: string, variables?: object): Ask =>
  (at) =>
    at.ask('olena', query, variables);
const raw =
  (body: string, headers?: Readonly<Record<string, string>>): Ask =>
  async (at) =>
    at.post(body, { authorization: `Bearer ${await at.tokenOf('olena')}`, ...headers });
const get =
  (parameters: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Ask =>
  async (at) =>
    readAnswer(await fetch(`${at.url}/graphql?${new URLSearchParams(parameters)}`, { headers }));
const withToken =
  (token: (at: BankAtWork) => Promise<string> | string): Ask =>
  async (at) =>
    at.post(JSON.stringify({ query: '{ me { id } }' }), { authorization: `Bearer ${await token(at)}` });

const times = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, index) => part(index)).join(' ');
const bottomless = (depth: number) => `${'{a'.repeat(depth)}${'}'.repeat(depth)}`;
/** The deepest that the schema itself allows: a card's account's cards' accounts … */
const deep = (pairs: number) => `{ me { ${'cards { account { '.repeat(pairs)} id ${'} }'.repeat(pairs)} } }`;
const fragmentBomb = (levels: number) =>
  `{ me { ...F0 } } ${times(levels, (level) => `fragment F${level} on Customer { ...F${level + 1} ...F${level + 1} }`)} fragment F${levels} on Customer { id displayName }`;
const hollowBomb = (levels: number) =>
  `{ ...F0 } ${times(levels, (level) => `fragment F${level} on Query { ...F${level + 1} ...F${level + 1} }`)} fragment F${levels} on Query { ...Nowhere }`;
const filtered = 'query ($f: TransactionFilter) { me { accounts { transactions(filter: $f) { edges { cursor } } } } }';
const manyKeys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]));
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (hash: string, query?: string) =>
  JSON.stringify({ query, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

const rows: readonly Row[] = [
  { row: '3', input: 'a field with a typo', ask: olena('{ me { displayNam } }'), status: 400, message: /^(?!.*Did you mean)/ },
  { row: '4', input: 'GET without a preflight header', ask: get({ query: '{ __typename }' }), status: 400 },
  {
    row: '5',
    input: 'a mutation by GET',
    ask: get(
      { query: 'mutation { lockCard(input: { cardId: "x", idempotencyKey: "k" }) { __typename } }' },
      { 'apollo-require-preflight': 'true' },
    ),
    status: 405,
  },
  { row: '6', input: 'a form', ask: raw('query=%7Bme%7Bid%7D%7D', { 'content-type': 'application/x-www-form-urlencoded' }), status: 415 },
  { row: '7', input: 'plain text', ask: raw('{"query":"{ me { id } }"}', { 'content-type': 'text/plain' }), status: 415 },
  { row: '8', input: 'multipart', ask: raw('--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }), status: 415 },
  { row: '9', input: 'an array of 10 operations', ask: raw(JSON.stringify(Array(10).fill({ query: '{ me { id } }' }))), status: 400 },
  {
    row: '10',
    input: '101 aliases of one field',
    ask: olena(`{ me { ${times(101, (i) => `a${i}: id`)} } }`),
    status: 400,
    message: /101 aliases/,
  },
  { row: '11', input: '1,000 aliased fields', ask: olena(`{ ${times(1_000, (i) => `a${i}: me { id }`)} }`), status: 400, withinMs: 100 },
  { row: '12', input: '500 duplicate fields', ask: olena(`{ me { ${times(500, () => 'id')} } }`), status: 400 },
  { row: '13', input: '20,000 unknown directives', ask: olena(`{ me { id ${times(20_000, () => '@x')} } }`), status: 400, withinMs: 200 },
  { row: '13', input: '21 unknown directives', ask: olena(`{ me { id ${times(21, () => '@x')} } }`), status: 400 },
  { row: '14', input: '300 fields with @skip', ask: olena(`{ me { ${times(300, () => 'id @skip(if: false)')} } }`), status: 400 },
  {
    row: '14',
    input: '30 fields with @include',
    ask: olena(`{ me { ${times(30, () => 'id @include(if: true)')} } }`),
    status: 400,
    message: /30 directives/,
  },
  { row: '15', input: 'depth 12', ask: olena(deep(5)), status: 400, message: /12 fields deep/ },
  { row: '16', input: 'depth 2,000', ask: olena(bottomless(2_000)), status: 400, message: /^(?!.*stack)/i, withinMs: 100 },
  { row: '17', input: 'depth 12,000', ask: olena(bottomless(12_000)), status: 400, message: /^(?!.*stack)/i, withinMs: 100 },
  { row: '18', input: 'a fragment bomb of 10 levels', ask: olena(fragmentBomb(10)), status: 400, withinMs: 50 },
  { row: '19', input: 'a fragment bomb of 14 levels', ask: olena(fragmentBomb(14)), status: 400, withinMs: 50 },
  { row: '20', input: 'a fragment bomb of 30 levels', ask: olena(fragmentBomb(30)), status: 400, withinMs: 50 },
  {
    row: '21',
    input: 'cyclic fragments',
    ask: olena('{ me { ...A } } fragment A on Customer { ...B } fragment B on Customer { ...A }'),
    status: 400,
  },
  { row: '21', input: 'a fragment that spreads itself at the root', ask: olena('{ ...A } fragment A on Query { ...A }'), status: 400 },
  { row: '22', input: 'a syntax error', ask: olena('{ me { id '), status: 400, message: /^Syntax Error/ },
  { row: '23', input: 'malformed JSON', ask: raw('{"query": '), status: 400 },
  { row: '24', input: 'the body null', ask: raw('null'), status: 400 },
  { row: '25', input: 'a query as a number', ask: raw('{"query": 1}'), status: 400 },
  { row: '26', input: 'variables as a string', ask: raw('{"query": "{ me { id } }", "variables": "{}"}'), status: 400 },
  { row: '27', input: '__proto__ as an alias', ask: olena('{ __proto__: me { id } }'), status: 400 },
  { row: '27', input: 'constructor as an alias', ask: olena('{ me { constructor: id } }'), status: 400 },
  { row: '29', input: 'Int 2^31', ask: olena('{ me { accounts { transactions(first: 2147483648) { edges { cursor } } } } }'), status: 400 },
  {
    row: '29',
    input: 'Int 2^31 in a variable',
    ask: olena('query ($n: Int!) { me { accounts { transactions(first: $n) { edges { cursor } } } } }', { n: 2_147_483_648 }),
    status: 400,
  },
  { row: '30', input: 'Float 1e400', ask: olena('{ me { accounts { transactions(first: 1e400) { edges { cursor } } } } }'), status: 400 },
  {
    row: '30',
    input: '1e400 in a variable',
    ask: raw('{"query":"query ($n: Int!) { me { accounts { transactions(first: $n) { edges { cursor } } } } }","variables":{"n":1e400}}'),
    status: 400,
  },
  {
    row: '31',
    input: 'two operations and no name',
    ask: olena('query A { me { id } } query B { me { id } }'),
    status: 400,
    message: /operationName/,
  },
  {
    row: '32',
    input: 'an unknown persisted hash',
    ask: raw(persisted(sha256('never seen'))),
    status: 200,
    code: 'PERSISTED_QUERY_NOT_FOUND',
    message: /^PersistedQueryNotFound$/,
  },
  { row: '33', input: 'a hash that does not match its query', ask: raw(persisted(sha256('another'), '{ me { id } }')), status: 400 },
  {
    row: '33',
    input: 'a persisted query of another version',
    ask: raw('{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"x"}}}'),
    status: 400,
  },
  { row: '-', input: 'a subscription', ask: olena('subscription { me { id } }'), status: 400, message: /no subscriptions/ },
  { row: '-', input: 'a document of 60,000 characters', ask: olena(`{ me { id } } #${'x'.repeat(60_000)}`), status: 400 },
  { row: '34', input: 'a body of 2 MB', ask: raw(JSON.stringify({ query: `{ me { id } } #${'x'.repeat(2_000_000)}` })), status: 413 },
  { row: '35', input: '_entities at the gateway', ask: olena('{ _entities(representations: []) { __typename } }'), status: 400 },
  { row: '35', input: '_service at the gateway', ask: olena('{ _service { sdl } }'), status: 400 },
  {
    row: '37',
    input: 'a token that has expired',
    ask: withToken((at) => at.tokenOf('olena', { expiresInSeconds: -60 })),
    status: 401,
    code: 'UNAUTHENTICATED',
  },
  {
    row: '37',
    input: "another issuer's token",
    ask: withToken((at) => at.tokenOf('olena', { issuer: 'http://evil/realms/portico' })),
    status: 401,
    code: 'UNAUTHENTICATED',
  },
  {
    row: '37',
    input: 'a token for another audience',
    ask: withToken((at) => at.tokenOf('olena', { audience: 'account' })),
    status: 401,
    code: 'UNAUTHENTICATED',
  },
  { row: '37', input: 'alg none', ask: withToken((at) => at.issuer.unsignedToken({})), status: 401, code: 'UNAUTHENTICATED' },
  {
    row: '37',
    input: 'HS256 with the public key',
    ask: withToken((at) => at.issuer.confusedToken({})),
    status: 401,
    code: 'UNAUTHENTICATED',
  },
  { row: '37', input: 'an ID token', ask: withToken((at) => at.tokenOf('olena', { typ: 'ID' })), status: 401, code: 'UNAUTHENTICATED' },
  { row: '37', input: 'a token that is none', ask: withToken(() => 'x'.repeat(9_000)), status: 401, code: 'UNAUTHENTICATED' },
  {
    row: '37',
    input: 'Basic in place of Bearer',
    ask: (at) => at.post('{"query":"{ me { id } }"}', { authorization: 'Basic b2xlbmE6cG9ydGljby1kZW1v' }),
    status: 401,
    code: 'UNAUTHENTICATED',
  },
  { row: '20', input: 'a fragment bomb that ends in nothing', ask: olena(hollowBomb(90)), status: 400, withinMs: 50 },
  { row: '26', input: '900 unknown keys in a variable', ask: olena(filtered, { f: manyKeys(900) }), status: 400, withinMs: 50 },
  {
    row: '26',
    input: '5,000 unknown keys in a variable',
    ask: olena(filtered, { f: manyKeys(5_000) }),
    status: 400,
    message: /more than 1000/,
  },
  {
    row: '26',
    input: 'a key with a typo in a variable',
    ask: olena(filtered, { f: { postedFrm: '2026-01-01' } }),
    status: 400,
    message: /Field "postedFrm" is not defined/,
  },
  { row: '26', input: 'a long text in the place of an object', ask: olena(filtered, { f: 'x'.repeat(50_000) }), status: 400 },
  {
    row: '26',
    input: 'variables 30 deep',
    ask: olena(filtered, { f: JSON.parse(`${'{"a":'.repeat(30)}1${'}'.repeat(30)}`) }),
    status: 400,
  },
  { row: '33', input: 'a persisted query of another version', ask: raw('{"extensions":{"persistedQuery":{"version":2}}}'), status: 400 },
  { row: '-', input: 'a subscription', ask: olena('subscription { me { id } }'), status: 400, message: /no subscriptions/ },
  { row: '-', input: 'a document of 60,000 characters', ask: olena(`{ me { id } } #${'x'.repeat(60_000)}`), status: 400 },
];

describe('bad inputs, by the rows of the table', () => {
  it.each(rows)('row $row, $input: $status', async ({ ask, status, code = 'BAD_USER_INPUT', message, withinMs }) => {
    await bank.ask('olena', '{ me { id } }');
    bank.reset();
    const startedAt = performance.now();
    const answer = await ask(bank);
    const tookMs = performance.now() - startedAt;
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    expect(answer.errors.length).toBeGreaterThanOrEqual(1);
    expect(answer.errors.length).toBeLessThanOrEqual(5);
    for (const error of answer.errors) {
      expect(error.extensions).toEqual({ code, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
      if (message !== undefined) expect(error.message).toMatch(message);
    }
    expect(answer.text).not.toMatch(/Did you mean|stack overflow|Maximum call|node_modules|at .*\.[jt]s:\d|<html|127\.0\.0\.1/i);
    expect(answer.text.length).toBeLessThan(3_000);
    if (withinMs !== undefined) expect(tookMs, 'milliseconds').toBeLessThan(withinMs * slownessAllowed);
    for (const system of [bank.coreBanking, bank.cardProcessing, bank.cerberus, bank.billerHub])
      expect(system.calls.total(), `calls of the ${system.name}`).toBe(0);
  });

  it.each([
    '{ __schema { types { name } } }',
    '{ __type(name: "Customer") { name } }',
    'query { ...S } fragment S on Query { __schema { types { name } } }',
  ])('rows 1-2, introspection where it is closed: %s', async (query) => {
    const closed = await startBankAtWork({
      PORTICO_MODE: 'production',
      PORTICO_PARTS: 'gateway',
      GATEWAY_SIGNING_KEY: generateGatewayKey().export({ type: 'pkcs8', format: 'pem' }).toString(),
      SUBGRAPH_URL: 'http://127.0.0.1:1/{name}/graphql',
    });
    try {
      const customer = await closed.ask('olena', query);
      expect(customer.status).toBe(400);
      expect(customer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(customer.data).toBeUndefined();
      const token = await closed.issuer.token({ roles: ['explorer'] });
      const explorer = await closed.post(JSON.stringify({ query }), { authorization: `Bearer ${token}` });
      expect(explorer.status).toBe(200);
      expect(explorer.errors).toEqual([]);
    } finally {
      await closed.stop();
    }
  });

  it('row 31, two operations registered by hash and asked for without a name', async () => {
    const query = 'query A { me { id } } query B { me { id } }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
    expect((await raw(JSON.stringify({ query, operationName: 'A', extensions }))(bank)).status).toBe(200);
    for (const operationName of [undefined, 'C']) {
      const byHash = await raw(JSON.stringify({ operationName, extensions }))(bank);
      expect(byHash).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
    expect((await raw(JSON.stringify({ operationName: 'B', extensions }))(bank)).status).toBe(200);
  });

  it('takes a place only for requests that are wholly here: a thousand that are sent slowly hold nobody up', async () => {
    const narrow = await startBankAtWork({ CONCURRENCY_MAX: '5' });
    const { port } = new URL(narrow.url);
    const slow = Array.from({ length: 50 }, () => net.connect(Number(port), '127.0.0.1'));
    try {
      for (const socket of slow) {
        socket.on('error', () => undefined);
        socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
      }
      await Promise.all(slow.map((socket) => (socket.connecting ? once(socket, 'connect') : undefined)));
      expect(await narrow.ask('olena', '{ me { id } }')).toMatchObject({ status: 200, errors: [] });
    } finally {
      for (const socket of slow) socket.destroy();
      await narrow.stop();
    }
  });

  it('row 28, __proto__ inside variables is ignored and prototypes stay clean', async () => {
    const query = 'query ($f: TransactionFilter) { me { accounts { transactions(first: 1, filter: $f) { edges { cursor } } } } }';
    const answer = await raw(
      `{"query":${JSON.stringify(query)},"variables":{"__proto__":{"polluted":1},"f":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}}`,
    )(bank);
    expect(answer.status).toBe(200);
    expect(answer.errors).toEqual([]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('row 37, a flood of unknown key ids fetches the keys at most once', async () => {
    await bank.ask('olena', '{ me { id } }');
    const before = bank.issuer.keyFetches();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => withToken((at) => at.tokenOf('olena', { kid: `unknown-${index}` }))(bank)),
    );
    expect(answers.every((answer) => answer.status === 401)).toBe(true);
    expect(bank.issuer.keyFetches() - before).toBeLessThanOrEqual(1);
  });

  it('row 34, a body of 2 MB that does not say how long it is', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (let chunk = 0; chunk < 20; chunk += 1) controller.enqueue(new Uint8Array(100_000).fill(0x20));
        controller.close();
      },
    });
    const answer = await readAnswer(
      await fetch(`${bank.url}/graphql`, {
        method: 'POST',
        body,
        duplex: 'half',
        headers: { 'content-type': 'application/json' },
      } as RequestInit),
    );
    expect(answer).toMatchObject({ status: 413, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('answers a method that it does not know, an unknown address and a broken address in JSON', async () => {
    expect((await readAnswer(await fetch(`${bank.url}/graphql`, { method: 'DELETE' }))).status).toBe(405);
    const nowhere = await readAnswer(await fetch(`${bank.url}/nowhere`));
    expect(nowhere).toMatchObject({ status: 404, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it.each([
    ['a syntax error', '{\n  me { id', undefined, { line: 2, column: 10 }],
    ['a field that is not there', '{\n  me { displayNam }\n}', undefined, { line: 2, column: 8 }],
    ['a variable that does not fit', 'query (\n  $id: ID!) { card(id: $id) { id } }', { id: [] }, { line: 2, column: 3 }],
    ['a variable that is missing', 'query ($id: ID!) { card(id: $id) { id } }', {}, { line: 1, column: 8 }],
  ] as const)('says where in the document %s is', async (_case, query, variables, location) => {
    const { status, errors } = await bank.ask('olena', query, variables);
    expect(status).toBe(400);
    expect(errors[0]?.locations).toEqual([location]);
  });

  it('lets everything through that is within the limits', async () => {
    const wide = olena(`{ me { ${times(30, (i) => `a${i}: id`)} ${times(460, () => 'id')} } }`);
    const wideAnswer = await wide(bank);
    expect([wideAnswer.status, wideAnswer.errors]).toEqual([200, []]);
    const deepAnswer = await olena(deep(4))(bank);
    expect([deepAnswer.status, deepAnswer.errors]).toEqual([200, []]);
  });
});

/** The bounds are of the work itself; a machine that runs other tests beside may be slower by this factor. */
const slownessAllowed = 4;
