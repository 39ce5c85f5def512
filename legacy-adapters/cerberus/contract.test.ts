import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { LegacyUnreachable } from '#platform/errors.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { clientId, clientSecret, startRealm, type TestRealm } from '../simulation/realm.testkit.ts';
import { createWorld, knownCards, knownDocuments, people } from '../simulation/world.ts';
import { type Cerberus, createCerberus } from './index.ts';
import { type CerberusSimulator, createCerberusSimulator } from './simulator/simulator.ts';

const inTime = () => ({ deadline: createDeadline(10_000), trace: unrecorded() });
let realm: TestRealm;
let simulator: CerberusSimulator;
let cerberus: Cerberus;

const connect = (change: { readonly endpoint?: string; readonly clientSecret?: string } = {}) =>
  createCerberus({ endpoint: simulator.url, tokenUrl: realm.tokenUrl, clientId, clientSecret, deadlineMs: 15_000, ...change });

beforeAll(async () => {
  realm = await startRealm();
  const { issuer, jwksUrl } = realm;
  simulator = createCerberusSimulator({
    port: 0,
    issuer,
    jwksUrl,
    clientId,
    switches: { latencyMs: 0 },
    logger: createLogger('test', 'silent'),
  });
  await simulator.start();
  cerberus = await connect();
});
afterAll(async () => {
  await cerberus.close();
  await simulator.stop();
  await realm.stop();
});
beforeEach(() => {
  Object.assign(simulator.switches, { latencyMs: 0, hang: false, failNext: 0, errorRate: 0, truncateAt: null, operations: [] });
  simulator.calls.reset();
  realm.give({});
});

describe('the Cerberus port over the wire', () => {
  it('tells how far each customer is verified, in the order of the keys, with nothing for one it never heard of', async () => {
    const { olena, taras, bohdan, andriy, iryna } = people;
    const numbers = [bohdan.customerId, '999999999999999999', olena.customerId, taras.customerId, andriy.customerId, iryna.customerId];
    expect(await cerberus.findVerifications(numbers, inTime())).toEqual([
      {
        customerNumber: bohdan.customerId,
        status: 'EXPIRED',
        level: 'FULL',
        verifiedOn: '2020-09-30',
        expiresOn: '2025-09-30',
        documentKind: 'PASSPORT_BOOKLET',
        screening: 'CLEAR',
      },
      undefined,
      {
        customerNumber: olena.customerId,
        status: 'VERIFIED',
        level: 'FULL',
        verifiedOn: '2024-05-20',
        expiresOn: '2034-05-20',
        documentKind: 'PASSPORT_BOOKLET',
        screening: 'CLEAR',
      },
      expect.objectContaining({
        status: 'NOT_VERIFIED',
        level: 'NONE',
        verifiedOn: undefined,
        documentKind: undefined,
        screening: undefined,
      }),
      expect.objectContaining({ status: 'VERIFIED', documentKind: 'ID_CARD', screening: 'POSSIBLE_MATCH' }),
      expect.objectContaining({ status: 'VERIFIED', level: 'SIMPLIFIED', expiresOn: undefined, documentKind: undefined }),
    ]);
  });

  it('says whether a card and a phone belong together, by token or by what stands on the plastic', async () => {
    const card = createWorld().cards.find(({ cardToken }) => cardToken === knownCards.olenaDebit);
    if (card === undefined) throw new Error('the seeded world has changed');
    const tail = { by: 'LAST_DIGITS', lastDigits: card.maskedPan.slice(-4), expiresOn: card.expires } as const;
    const token = (cardToken: string) => ({ by: 'TOKEN', cardToken }) as const;
    const verdicts = await cerberus.verifyCardsWithPhones(
      [
        { phone: '+380671234501', card: tail },
        { phone: '+380671234501', card: { ...tail, expiresOn: '2029-01' } },
        { phone: '+380501234502', card: token(knownCards.olenaDebit) },
        { phone: '+380671234501', card: token(knownCards.olenaCredit) },
        { phone: '+380000000000', card: tail },
      ],
      inTime(),
    );
    expect(verdicts).toEqual(['MATCH', 'MISMATCH', 'MISMATCH', 'MATCH', 'MISMATCH']);
    expect(simulator.calls.count('VerifyCardPhone')).toBe(1);
  });

  it('says what the registers know of documents', async () => {
    const { olenaBooklet, stolenIdCard, bohdanBooklet } = knownDocuments;
    const checks = await cerberus.checkDocuments(
      [
        { kind: 'PASSPORT_BOOKLET', series: olenaBooklet.series, number: olenaBooklet.number },
        { kind: 'ID_CARD', number: stolenIdCard.number },
        { kind: 'PASSPORT_BOOKLET', series: bohdanBooklet.series, number: bohdanBooklet.number },
        { kind: 'ID_CARD', number: '123123123' },
        // A series that XML has to escape is not found, and nothing worse.
        { kind: 'PASSPORT_BOOKLET', series: '<&', number: ']]>' },
      ],
      inTime(),
    );
    expect(checks).toEqual([
      { status: 'VALID', since: undefined },
      { status: 'STOLEN', since: '2026-01-19' },
      { status: 'INVALID', since: '2025-09-30' },
      { status: 'NOT_FOUND', since: undefined },
      { status: 'NOT_FOUND', since: undefined },
    ]);
  });

  it('screens people, and gives each match its exact score', async () => {
    const person = { lastName: 'Шевченко', firstName: 'Андрій', middleName: undefined, birthDate: '1985-12-24' };
    const found = await cerberus.screen([person, { ...person, lastName: 'Коваленко' }], inTime());
    expect(found).toEqual([
      { outcome: 'POSSIBLE_MATCH', matches: [{ listCode: 'PEP-UA', listName: 'Національні публічні діячі', score: '0.7500' }] },
      { outcome: 'CLEAR', matches: [] },
    ]);
  });

  it('asks nothing for nothing', async () => {
    expect(await cerberus.screen([], inTime())).toEqual([]);
    expect(await cerberus.checkDocuments([], inTime())).toEqual([]);
    expect(await cerberus.verifyCardsWithPhones([], inTime())).toEqual([]);
    expect(simulator.calls.total()).toBe(0);
  });

  it('gets one token for a hundred calls at once', async () => {
    const fresh = await connect();
    const before = realm.tokensGiven();
    const answers = await Promise.all(Array.from({ length: 100 }, () => fresh.findVerifications([people.olena.customerId], inTime())));
    expect(answers.every(([olena]) => olena?.level === 'FULL')).toBe(true);
    expect(realm.tokensGiven() - before).toBe(1);
    await fresh.close();
  });

  it.each([
    ['for another audience', { aud: 'portico-api' }],
    ['of another client', { azp: 'portico-web' }],
    ['that has expired already', { exp: 1 }],
  ])('says unreachable when the token that it gets is one %s, and shows nothing of it', async (_case, change) => {
    realm.give(change);
    const fresh = await connect();
    const error: unknown = await fresh.findVerifications([people.olena.customerId], inTime()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LegacyUnreachable);
    expect(error).toMatchObject({ system: 'cerberus' });
    expect(JSON.stringify([(error as Error).message, String((error as Error).cause)])).not.toMatch(/eyJ|ecret/);
    await fresh.close();
  });

  it('says unreachable when the realm does not know us', async () => {
    const stranger = await connect({ clientSecret: 'wrong' });
    await expect(stranger.findVerifications(['1'], inTime())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(simulator.calls.total()).toBe(0);
    await stranger.close();
  });

  it.each([
    ['fails inside', { errorRate: 1 }, 'UPSTREAM_UNAVAILABLE'],
    ['answers half', { truncateAt: 'half' }, 'UPSTREAM_MALFORMED'],
    ['answers nothing', { truncateAt: 0 }, 'UPSTREAM_MALFORMED'],
    ['never answers', { hang: true }, 'UPSTREAM_TIMEOUT'],
  ] as const)('says unreachable when Cerberus %s, and shows nothing of it', async (_case, switches, code) => {
    await cerberus.findVerifications([people.olena.customerId], inTime());
    Object.assign(simulator.switches, switches);
    const call = { deadline: createDeadline(1_000), trace: unrecorded() };
    const error: unknown = await cerberus.findVerifications([people.olena.customerId], call).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LegacyUnreachable);
    expect(error).toMatchObject({ code, system: 'cerberus' });
    expect((error as LegacyUnreachable).publicMessage).not.toMatch(/ORA-|Fault|xml|cerberus/i);
  });

  it('says unreachable when nobody listens', async () => {
    const nobody = await connect({ endpoint: 'http://127.0.0.1:1/cerberus' });
    await expect(nobody.findVerifications(['1'], inTime())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    await nobody.close();
  });
});
