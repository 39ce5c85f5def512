import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BillerHub, createBillerHub } from '#legacy-adapters/biller-hub/index.ts';
import { createBillerHubSimulator } from '#legacy-adapters/biller-hub/simulator/simulator.ts';
import { knownBillers, knownPayers } from '#legacy-adapters/simulation/world.ts';
import { type Audit, createAudit } from '#platform/audit/audit.ts';
import type { Cache } from '#platform/cache/index.ts';
import { testCaches } from '#platform/cache/testkit.ts';
import { createDatabase, type Database, inMemory } from '#platform/database/database.ts';
import { createDeadline } from '#platform/deadline.ts';
import type { Principal } from '#platform/principal/principal.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { createMetricsRegistry, type MetricsRegistry } from '#platform/telemetry/metrics.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { createExecutor, type SubgraphExecutor } from '../kit/executor.ts';
import { createGraphIds } from '../kit/graph-ids.ts';
import { billers } from './subgraph.ts';

const ids = createGraphIds('the secret of this test, 32 characters or more');
const credentials = { partner: 'portico', password: 'a password of the hub' };
const silent = createLogger('test', 'silent');
const simulator = createBillerHubSimulator({ port: 0, ...credentials, switches: { latencyMs: 0 }, logger: silent });
const firstNoon = Date.parse('2026-11-24T12:10:00Z');
const dayMs = 86_400_000;
const olena = '100000000000000117';
const andriy = '100000000000000563';
const strangers = Array.from({ length: 200 }, (_, index) => String(1_002_003_000 + index));

let hub: BillerHub;
let database: Database;
let audit: Audit;
beforeAll(async () => {
  database = createDatabase({ directory: inMemory, logger: silent });
  await database.start();
  const { privateKey: signingKey } = generateKeyPairSync('ed25519');
  audit = createAudit({ database, signingKey, sink: { write: async () => {} }, logger: silent });
  await audit.start();
  await simulator.start();
  hub = await createBillerHub({ endpoint: simulator.url, ...credentials, deadlineMs: 15_000 });
});
afterAll(async () => {
  await audit.stop();
  await database.stop();
  await hub.close();
  await simulator.stop();
});

describe.each(testCaches())('the limit of debts, counted in $title', ({ missing, open }) => {
  const lines: string[] = [];
  let noon = firstNoon;
  let cache: Cache;
  let metrics: MetricsRegistry;
  let execute: SubgraphExecutor;

  beforeEach(async (test) => {
    test.skip(missing !== undefined, missing);
    // A Redis keeps its counts for longer than a test, so each has a day of its own.
    noon += dayMs;
    vi.useFakeTimers({ toFake: ['Date'], now: noon });
    lines.length = 0;
    simulator.calls.reset();
    cache = open();
    await cache.start();
    metrics = createMetricsRegistry();
    execute = process();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await cache?.stop();
  });

  function process(): SubgraphExecutor {
    const logger = createLogger('test', 'info', { write: (line) => void lines.push(line) });
    const limits = { DEBT_LOOKUPS_PER_BILLER: 5, DEBT_LOOKUPS_PER_PERSON: 8 };
    return createExecutor(
      { name: 'billers', ...billers.create({ billerHub: hub, cache, database, audit, logger, metrics }, limits) },
      silent,
    );
  }

  /** What is answered about the account of somebody at a biller. */
  async function lookUp(customerNumber: string, value: string, billerNumber: string = knownBillers.light, code = 'account') {
    const principal: Principal = { kind: 'customer', subject: 'user', customerNumber, roles: ['customer'], scopes: ['billers:read'] };
    const context = { principal, deadline: createDeadline(10_000), trace: unrecorded(), language: 'en' as const, ids };
    const query = `query ($input: DebtInput!) { debt(input: $input) { __typename
      ... on Refusal { code message } ... on RateLimited { retryAfterSeconds } } }`;
    const input = { billerId: ids.biller.encode(billerNumber), fields: [{ fieldId: code, value }] };
    const { data, errors } = await execute({ query, variables: { input } }, context);
    expect(errors ?? []).toEqual([]);
    return (data as { debt: { __typename: string; code?: string; retryAfterSeconds?: number; message?: string } }).debt;
  }

  const refused = {
    __typename: 'RateLimited',
    code: 'RATE_LIMITED',
    retryAfterSeconds: 3_000,
    message: 'Too many debts were looked up. Try again in 50 min.',
  };
  const gas = (value: string) => lookUp(olena, value, '720003');

  it('stops whoever walks through 200 numbers after five, and tells our own people once, without who it was or whom he tried', async () => {
    const answers = [];
    for (const number of strangers) answers.push(await lookUp(olena, number));
    expect(answers.slice(0, 5).map(({ __typename }) => __typename)).not.toContain('RateLimited');
    for (const answer of answers.slice(5)) expect(answer).toEqual(refused);
    expect(simulator.calls.count('Debt')).toBe(5);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 40, limit: 'biller', most: 5 }]);
    expect(lines.join('')).not.toMatch(/1002003\d\d\d|100000000000000117/);
    expect(await metrics.metrics()).toContain('portico_debt_limit_refusals_total{limit="biller"} 195');
  });

  it('stops him as well when he asks for them all at once', async () => {
    const answers = await Promise.all(strangers.slice(0, 50).map((number) => lookUp(olena, number)));
    expect(answers.filter(({ __typename }) => __typename === 'RateLimited')).toHaveLength(45);
    expect(simulator.calls.count('Debt')).toBe(5);
  });

  it('is of all billers together too, so that nobody goes from one to the next', async () => {
    for (const number of strangers.slice(0, 5)) await lookUp(olena, number);
    for (const number of ['55120034', '55120035', '55120036']) expect((await gas(number)).__typename).not.toBe('RateLimited');
    expect(await gas('55120037')).toMatchObject({ __typename: 'RateLimited', retryAfterSeconds: 3_000 });
    expect(await metrics.metrics()).toContain('portico_debt_limit_refusals_total{limit="person"} 1');
  });

  it('of one person is no limit of another', async () => {
    for (const number of strangers.slice(0, 6)) await lookUp(olena, number);
    expect(await lookUp(andriy, knownPayers.olenaLight)).toEqual({ __typename: 'Debt' });
  });

  it('ends with the hour, when it said it would', async () => {
    for (const number of strangers.slice(0, 6)) await lookUp(olena, number);
    vi.setSystemTime(noon + 2_999_000);
    expect(await lookUp(olena, knownPayers.olenaLight)).toMatchObject({ __typename: 'RateLimited', retryAfterSeconds: 1 });
    vi.setSystemTime(noon + 3_000_000);
    expect(await lookUp(olena, knownPayers.olenaLight)).toEqual({ __typename: 'Debt' });
  });

  it('does not count what never reaches the hub', async () => {
    for (let count = 0; count < 10; count += 1) expect((await lookUp(olena, 'x')).__typename).toBe('BillerFieldsRefused');
    expect(await lookUp(olena, knownPayers.olenaLight)).toEqual({ __typename: 'Debt' });
  });

  it('says the same of a number that exists and of one that does not', async () => {
    for (const number of strangers.slice(0, 5)) await lookUp(olena, number);
    expect(await lookUp(olena, knownPayers.olenaLight)).toEqual(await lookUp(olena, '0000000000'));
  });

  it('is one for several processes that share a cache', async () => {
    for (const number of strangers.slice(0, 3)) await lookUp(olena, number);
    metrics = createMetricsRegistry();
    execute = process();
    for (const number of strangers.slice(3, 5)) await lookUp(olena, number);
    expect((await lookUp(olena, knownPayers.olenaLight)).__typename).toBe('RateLimited');
  });
});
