import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { LegacyUnreachable } from '#platform/errors.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { people } from '../simulation/people.ts';
import { createWorld } from '../simulation/world.ts';
import { type CardProcessing, type CardRecord, type CardStatus, createCardProcessing } from './index.ts';
import { createCardProcessingSimulator } from './simulator/simulator.ts';

const credentials = { user: 'portico', password: 'p<&>"secret' };
const simulator = createCardProcessingSimulator({
  port: 0,
  ...credentials,
  switches: { latencyMs: 0 },
  logger: createLogger('test', 'silent'),
});
const inTime = () => ({ deadline: createDeadline(10_000), trace: unrecorded() });
let processing: CardProcessing;

async function cardsOf(customerNumber: string): Promise<CardRecord[]> {
  const [cards = []] = await processing.findCardsOfHolders([customerNumber], inTime());
  return cards;
}

async function tokenWith(status: CardStatus): Promise<string> {
  const tokens = createWorld().cards.map((card) => card.cardToken);
  const statuses = await processing.findStatuses(tokens.slice(0, 500), inTime());
  const found = tokens[statuses.indexOf(status)];
  if (found === undefined) throw new Error(`the seeded world has no ${status} card`);
  return found;
}

beforeAll(async () => {
  await simulator.start();
  processing = await createCardProcessing({ endpoint: simulator.url, ...credentials, deadlineMs: 15_000 });
});
afterAll(async () => {
  await processing.close();
  await simulator.stop();
});
beforeEach(() => {
  Object.assign(simulator.switches, { latencyMs: 0, hang: false, failNext: 0, errorRate: 0, truncateAt: null, operations: [] });
  simulator.calls.reset();
});

describe('the card-processing port over the wire', () => {
  it('tells the kinds of cards apart and gives each what is its own', async () => {
    const cards = await cardsOf(people.olena.customerId);
    expect(cards.map((card) => card.kind).toSorted()).toEqual(['CREDIT', 'DEBIT', 'VIRTUAL']);
    expect(cards.find((card) => card.kind === 'CREDIT')).toMatchObject({ creditLimit: { amount: '50000.00', currency: 'UAH' } });
    expect(cards.find((card) => card.kind === 'VIRTUAL')).toMatchObject({ embossedName: undefined, singleUse: false });
  });

  it('never hands over more of a card number than its first six and last four digits', async () => {
    const cards = [...(await cardsOf(people.mykola.customerId)), ...(await cardsOf(people.olena.customerId))];
    expect(cards).toHaveLength(63);
    for (const { maskedNumber, lastFour } of cards) {
      expect(maskedNumber).toMatch(/^\d{4} \d{2}•• •••• \d{4}$/);
      expect(maskedNumber.endsWith(` ${lastFour}`), lastFour).toBe(true);
    }
  });

  it('answers by account and by token in the order of the keys, with nothing for unknown ones', async () => {
    const [first, second] = await cardsOf(people.olena.customerId);
    if (first === undefined || second === undefined) throw new Error('the seeded world has changed');
    const found = await processing.findCards([second.cardToken, '999999999999999999', first.cardToken], inTime());
    expect(found.map((card) => card?.cardToken)).toEqual([second.cardToken, undefined, first.cardToken]);
    const [unknown, known] = await processing.findCardsOfAccounts(['999999999999999999', first.accountNumber], inTime());
    expect(unknown).toEqual([]);
    expect(known?.map((card) => card.cardToken)).toContain(first.cardToken);
  });

  it('shows an additional card with its holder and the owner of its account', async () => {
    const additional = (await cardsOf(people.andriy.customerId)).find((card) => card.accountOwnerNumber !== card.holderNumber);
    expect(additional).toMatchObject({ holderNumber: people.andriy.customerId, accountOwnerNumber: people.olena.customerId });
  });

  it('reads limits exactly, in one order', async () => {
    const [debit] = await cardsOf(people.olena.customerId);
    const [limits] = await processing.findLimits([debit?.cardToken ?? ''], inTime());
    expect(limits?.map(({ kind, period }) => [kind, period])).toEqual([
      ['CASH_WITHDRAWAL', 'DAY'],
      ['IN_STORE_PURCHASE', 'DAY'],
      ['ONLINE_PURCHASE', 'DAY'],
      ['TRANSFER', 'MONTH'],
    ]);
    expect(limits?.[0]?.limit).toEqual({ amount: '20000.00', currency: 'UAH' });
  });

  it('locks and unlocks, as often as asked, and processing keeps our reference', async () => {
    const cardToken = await tokenWith('ACTIVE');
    const lock = (reference: string) => processing.lockCard(cardToken, reference, inTime());
    expect([await lock('first'), await lock('again')]).toEqual([
      { outcome: 'DONE', status: 'LOCKED' },
      { outcome: 'DONE', status: 'LOCKED' },
    ]);
    expect(await processing.findStatuses([cardToken], inTime())).toEqual(['LOCKED']);
    expect(await processing.unlockCard(cardToken, 'back', inTime())).toEqual({ outcome: 'DONE', status: 'ACTIVE' });
    expect(JSON.stringify(simulator.journal())).toContain('"first"');
  });

  it.each([
    ['CLOSED', 'CARD_CLOSED'],
    ['EXPIRED', 'CARD_EXPIRED'],
    ['BLOCKED_BY_BANK', 'BLOCKED_BY_BANK'],
  ] as const)('tells why a %s card is not unlocked', async (status, reason) => {
    expect(await processing.unlockCard(await tokenWith(status), 'ref', inTime())).toEqual({ outcome: 'REFUSED', reason });
  });

  it('tells that a card does not exist', async () => {
    expect(await processing.lockCard('999999999999999999', 'ref', inTime())).toEqual({ outcome: 'REFUSED', reason: 'CARD_NOT_FOUND' });
  });

  it('signs each of 50 calls at once with a nonce of its own, so that none is taken for a replay', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => cardsOf(people.olena.customerId)));
    expect(answers.every((cards) => cards.length === 3)).toBe(true);
  });

  it.each([
    ['fails inside again and again', { failNext: 10 }, 'UPSTREAM_UNAVAILABLE'],
    ['answers half', { truncateAt: 'half' }, 'UPSTREAM_MALFORMED'],
    ['never answers', { hang: true }, 'UPSTREAM_TIMEOUT'],
  ] as const)('says unreachable when processing %s, and shows nothing of it', async (_case, switches, code) => {
    Object.assign(simulator.switches, switches);
    const call = { deadline: createDeadline(500), trace: unrecorded() };
    const error: unknown = await processing.findCardsOfHolders([people.olena.customerId], call).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LegacyUnreachable);
    expect(error).toMatchObject({ code, system: 'card-processing' });
    expect((error as LegacyUnreachable).publicMessage).not.toMatch(/ORA-|Fault|xml|processing/i);
  });

  it.each([
    ['is cut off', { truncateAt: 'half', operations: ['LockCard'] }],
    ['never comes', { hang: true, operations: ['LockCard'] }],
    ['is a failure inside', { failNext: 1, operations: ['LockCard'] }],
  ] as const)('says that it is not known whether a card was locked when the answer %s', async (_case, switches) => {
    const [card] = await cardsOf(people.olena.customerId);
    Object.assign(simulator.switches, switches);
    simulator.calls.reset();
    const call = { deadline: createDeadline(500), trace: unrecorded() };
    await expect(processing.lockCard(card?.cardToken ?? '', 'ref', call)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(simulator.calls.count('LockCard')).toBe(1);
  });

  it('says that nothing happened when the request to lock a card could not even be sent', async () => {
    const nobody = await createCardProcessing({ endpoint: 'http://127.0.0.1:1/card-processing', ...credentials, deadlineMs: 1_000 });
    await expect(nobody.lockCard('1', 'ref', inTime())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    await nobody.close();
  });

  it('says unreachable when processing does not believe who asks', async () => {
    const stranger = await createCardProcessing({ endpoint: simulator.url, user: 'portico', password: 'wrong', deadlineMs: 2_000 });
    await expect(stranger.findCards(['1'], inTime())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    await stranger.close();
  });
});
