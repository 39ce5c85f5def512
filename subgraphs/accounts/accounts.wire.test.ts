import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CoreBanking, createCoreBanking } from '#legacy-adapters/core-banking/index.ts';
import { type CoreBankingSimulator, createCoreBankingSimulator } from '#legacy-adapters/core-banking/simulator/simulator.ts';
import { people } from '#legacy-adapters/simulation/people.ts';
import { knownAccounts } from '#legacy-adapters/simulation/world.ts';
import { createDeadline } from '#platform/deadline.ts';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';
import { readBody } from '#platform/http/json-body.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { createExecutor, type SubgraphExecutor } from '../kit/executor.ts';
import { createGraphIds } from '../kit/graph-ids.ts';
import { accounts } from './subgraph.ts';

const logger = createLogger('test', 'silent');
const credentials = { user: 'portico', password: 'portico-demo' };
const ids = createGraphIds('the secret of this test, 32 characters or more');
const id = ids.account.encode(knownAccounts.olenaMain);

let simulator: CoreBankingSimulator;
/** Stands before the core and changes its answers, each well-formed still. */
let proxy: HttpServer;
let change: (xml: string) => string;
let core: CoreBanking;
let execute: SubgraphExecutor;

beforeAll(async () => {
  simulator = createCoreBankingSimulator({ port: 0, ...credentials, switches: { latencyMs: 0 }, logger });
  await simulator.start();
  proxy = createHttpServer({
    name: 'core with other answers',
    host: '127.0.0.1',
    port: 0,
    handle: (request, response) => void forward(request, response),
  });
  await proxy.start();
  core = await createCoreBanking({
    endpoint: new URL(new URL(simulator.url).pathname, proxy.url).href,
    ...credentials,
    deadlineMs: 10_000,
  });
  execute = createExecutor({ name: 'accounts', ...accounts.create({ coreBanking: core }, {}) }, logger);
});
afterAll(async () => {
  await core.close();
  await proxy.stop();
  await simulator.stop();
});
beforeEach(() => {
  change = (xml) => xml;
  simulator.calls.reset();
});

async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await fetch(new URL(request.url ?? '', simulator.url), {
    method: 'POST',
    body: new Uint8Array(await readBody(request, 1_000_000)),
    headers: { 'content-type': request.headers['content-type'] ?? '', soapaction: String(request.headers.soapaction) },
  });
  const xml = Buffer.from(await answer.arrayBuffer()).toString('latin1');
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
  response.end(Buffer.from(change(xml), 'latin1'));
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to find
async function ask(query: string, variables: Record<string, unknown> = { id }): Promise<{ data: any; codes: unknown[] }> {
  const { data, errors = [] } = await execute(
    { query, variables },
    {
      principal: { kind: 'customer', subject: 'olena', customerNumber: people.olena.customerId, roles: [], scopes: ['accounts:read'] },
      deadline: createDeadline(10_000),
      trace: unrecorded(),
      language: 'en',
      ids,
    },
  );
  return { data, codes: errors.map(({ extensions }) => extensions?.code) };
}

describe('one account asked for in many ways at once', () => {
  const page = 'edges { node { id amount { amount } } }';

  it('answers each by its own filter, size and place', async () => {
    const alone = async (args: string) =>
      (await ask(`query ($id: ID!) { account(id: $id) { transactions(${args}) { ${page} } } }`)).data.account.transactions;
    const ways = [
      'first: 2',
      'first: 3',
      'first: 3, filter: { amountTo: "-0.01" }',
      'first: 3, filter: { amountFrom: "0.01" }',
      'first: 3, filter: { postedTo: "2026-03-01" }',
    ];
    const expected = [];
    for (const way of ways) expected.push(await alone(way));
    expect(new Set(expected.map((answer) => JSON.stringify(answer))).size).toBe(ways.length);
    const aliases = ways.map((way, index) => `way${index}: transactions(${way}) { ${page} }`).join(' ');
    const { data, codes } = await ask(`query ($id: ID!) { account(id: $id) { ${aliases} } }`);
    expect(codes).toEqual([]);
    expect(Object.values(data.account)).toEqual(expected);
  });

  it('asks the core once for what is the same', async () => {
    const aliases = ['a', 'b', 'c'].map((alias) => `${alias}: transactions(first: 2) { ${page} }`).join(' ');
    await ask(`query ($id: ID!) { account(id: $id) { ${aliases} } }`);
    expect(simulator.calls.count('GetStatements')).toBe(1);
  });
});

describe('an answer of the core that contradicts itself is not believed', () => {
  it.each([
    ['a balance in another currency than the account', 'balance', '{ amount }'],
    ['what is available in another currency', 'available', '{ amount }'],
  ])('%s', async (_, field, selection) => {
    change = (xml) => (xml.includes('GetBalancesResponse') ? xml.replaceAll('>UAH<', '>USD<') : xml);
    const { data, codes } = await ask(`query ($id: ID!) { account(id: $id) { id ${field} ${selection} } }`);
    expect([data.account, codes]).toEqual([{ id, [field]: null }, ['UPSTREAM_MALFORMED']]);
  });

  it('a transaction in another currency than the account', async () => {
    change = (xml) => (xml.includes('GetStatementsResponse') ? xml.replace('>UAH<', '>USD<') : xml);
    const { data, codes } = await ask('query ($id: ID!) { account(id: $id) { id transactions(first: 3) { edges { node { id } } } } }');
    expect([data.account, codes]).toEqual([{ id, transactions: null }, ['UPSTREAM_MALFORMED']]);
  });

  it('but as it is it is believed', async () => {
    const { data, codes } = await ask(
      'query ($id: ID!) { account(id: $id) { balance { amount currency } transactions(first: 1) { edges { node { id } } } } }',
    );
    expect(codes).toEqual([]);
    expect(data.account.balance.currency).toBe('UAH');
  });
});
