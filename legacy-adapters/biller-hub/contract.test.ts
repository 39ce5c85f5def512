import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import type { Decimal } from '#platform/decimal.ts';
import { LegacyRefused, LegacyUnreachable, SignInFailed } from '#platform/errors.ts';
import { createHttpServer } from '#platform/http/http-server.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { knownBillers, knownPayers } from '../simulation/world.ts';
import { type BillerHub, type BillPaymentOrder, createBillerHub, type DebtEnquiry } from './index.ts';
import { createBillerHubSimulator } from './simulator/simulator.ts';

const credentials = { partner: 'portico', password: 'пароль<&>"' };
let now = Date.now();
const simulator = createBillerHubSimulator({
  port: 0,
  ...credentials,
  settleMs: 2_000,
  switches: { latencyMs: 0 },
  logger: createLogger('test', 'silent'),
  clock: () => new Date(now),
});
const inTime = () => ({ deadline: createDeadline(10_000), trace: unrecorded() });
let hub: BillerHub;
let orders = 0;

const of = (billerNumber: string, code: string, value: string): DebtEnquiry => ({ billerNumber, values: [{ code, value }] });
const olenaLight = of(knownBillers.light, 'account', knownPayers.olenaLight);
const amount = (text: string) => ({ amount: text as Decimal, currency: 'UAH' });
const order = (text: string, change: Partial<BillPaymentOrder> = {}): BillPaymentOrder => {
  orders += 1;
  return { ...olenaLight, reference: `test-${orders}`, amount: amount(text), ...change };
};

beforeAll(async () => {
  await simulator.start();
  hub = await createBillerHub({ endpoint: simulator.url, ...credentials, deadlineMs: 15_000 });
});
afterAll(async () => {
  await hub.close();
  await simulator.stop();
});
beforeEach(() => {
  Object.assign(simulator.switches, { latencyMs: 0, hang: false, failNext: 0, errorRate: 0, truncateAt: null, operations: [] });
  simulator.calls.reset();
  simulator.sendsBack.clear();
});

describe('the biller-hub port over the wire', () => {
  it('lists the catalogue by number, each biller with what it wants to know in three languages', async () => {
    const all = await hub.findBillers(undefined, inTime());
    expect(all).toHaveLength(25);
    expect(all.map(({ billerNumber }) => billerNumber)).toEqual(all.map(({ billerNumber }) => billerNumber).toSorted());
    expect(all.find(({ billerNumber }) => billerNumber === knownBillers.light)).toEqual({
      billerNumber: knownBillers.light,
      category: 'UTILITIES',
      name: { uk: 'Світло й тепло', en: 'Light and Heat', ru: 'Свет и тепло' },
      fields: [
        {
          code: 'account',
          kind: 'NUMBER',
          label: { uk: 'Особовий рахунок', en: 'Personal account', ru: 'Лицевой счёт' },
          hint: { uk: '10 цифр, є в кожній квитанції', en: '10 digits, on every bill', ru: '10 цифр, есть в каждой квитанции' },
          pattern: '\\d{10}',
          example: '1002003001',
          lengthMin: 10,
          lengthMax: 10,
          required: true,
        },
        expect.objectContaining({ code: 'meter', required: false }),
      ],
    });
    // Every pattern of the catalogue is one that we dare to run.
    expect(all.flatMap(({ fields }) => fields).filter(({ pattern }) => pattern === undefined)).toEqual([]);
  });

  it('narrows the catalogue by category, and finds billers by number in the order of the numbers', async () => {
    expect((await hub.findBillers('TRANSPORT', inTime())).map(({ name }) => name.en)).toEqual([
      'City Card',
      'Green Fare',
      'Letter P Parking',
    ]);
    expect(await hub.findBillers('OTHER', inTime())).toEqual([]);
    const found = await hub.findBillersByNumbers([knownBillers.gas, '1', knownBillers.light], inTime());
    expect(found.map((biller) => biller?.name.en)).toEqual(['Blue Flame Gas', undefined, 'Light and Heat']);
    simulator.calls.reset();
    expect(await hub.findBillersByNumbers([], inTime())).toEqual([]);
    expect(simulator.calls.total()).toBe(0);
  });

  it('answers enquiries in their order, what is owed to the last digit', async () => {
    const answers = await hub.findDebts(
      [
        of(knownBillers.light, 'account', knownPayers.bohdanLight),
        of(knownBillers.water, 'account', knownPayers.olenaWater),
        of(knownBillers.fibre, 'contract', knownPayers.olenaFibre),
        of(knownBillers.hedgehogMobile, 'phone', '380671234501'),
      ],
      inTime(),
    );
    expect(answers).toEqual([
      {
        outcome: 'FOUND',
        debt: {
          amount: amount('9007199254740993.01'),
          period: '2026-06',
          maskedHolder: 'Я••••••• Б. В.',
          payable: { kind: 'RANGE', minimum: amount('1.00'), maximum: amount('9007199254740993.01') },
        },
      },
      { outcome: 'FOUND', debt: expect.objectContaining({ amount: amount('-120.50') }) },
      {
        outcome: 'FOUND',
        debt: expect.objectContaining({ payable: { kind: 'FIXED', minimum: amount('350.00'), maximum: amount('350.00') } }),
      },
      { outcome: 'FOUND', debt: expect.objectContaining({ amount: undefined, period: undefined, maskedHolder: undefined }) },
    ]);
    expect(simulator.calls.count('Debt')).toBe(1);
  });

  it('says what the hub refuses, and which field is wrong', async () => {
    const answers = await hub.findDebts(
      [of('1', 'account', '1'), of(knownBillers.light, 'account', '12'), of(knownBillers.light, 'account', '0000000000')],
      inTime(),
    );
    expect(answers).toEqual([
      { outcome: 'REFUSED', reason: 'BILLER_NOT_FOUND', field: undefined },
      { outcome: 'REFUSED', reason: 'FIELD_REFUSED', field: 'account' },
      { outcome: 'REFUSED', reason: 'PAYER_NOT_FOUND', field: undefined },
    ]);
  });

  it('asks for more enquiries than the hub takes at once in pieces', async () => {
    const answers = await hub.findDebts(
      Array.from({ length: 51 }, (_, index) => (index === 50 ? olenaLight : of('1', 'a', 'b'))),
      inTime(),
    );
    expect(answers).toHaveLength(51);
    expect(answers[50]?.outcome).toBe('FOUND');
    expect(simulator.calls.count('Debt')).toBe(2);
  });
});

describe('a payment through the hub', () => {
  it('is accepted, then completed, and found by our reference', async () => {
    const wanted = order('84.37');
    const answer = await hub.pay(wanted, inTime());
    const payment = { reference: wanted.reference, billerNumber: knownBillers.light, amount: amount('84.37'), state: 'IN_PROGRESS' };
    expect(answer).toMatchObject({ outcome: 'ACCEPTED', payment });
    now += 2_000;
    const [unknown, found] = await hub.findPayments(['never', wanted.reference], inTime());
    expect(unknown).toBeUndefined();
    expect(found).toMatchObject({ ...payment, state: 'COMPLETED' });
  });

  it('is one however often it is asked for, and another order by its reference is refused', async () => {
    const wanted = order('10.00');
    const before = simulator.payments().length;
    const [first, second] = [await hub.pay(wanted, inTime()), await hub.pay(wanted, inTime())];
    expect(second).toEqual(first);
    expect(await hub.pay({ ...wanted, amount: amount('10.01') }, inTime())).toEqual({
      outcome: 'REFUSED',
      reason: 'REFERENCE_TAKEN',
      field: undefined,
    });
    expect(simulator.payments()).toHaveLength(before + 1);
  });

  it('that a biller sends back says so', async () => {
    simulator.sendsBack.add(knownBillers.light);
    const wanted = order('10.00');
    await hub.pay(wanted, inTime());
    now += 2_000;
    expect((await hub.findPayments([wanted.reference], inTime()))[0]?.state).toBe('RETURNED');
  });

  it.each([
    ['out of bounds', order('0.99'), 'AMOUNT_REFUSED'],
    ['to nobody', order('5.00', { billerNumber: '1' }), 'BILLER_NOT_FOUND'],
    ['for nobody', order('5.00', of(knownBillers.light, 'account', '0000000000')), 'PAYER_NOT_FOUND'],
    ['with a wrong field', order('5.00', of(knownBillers.light, 'account', '1')), 'FIELD_REFUSED'],
  ] as const)('%s is refused', async (_case, wanted, reason) => {
    expect(await hub.pay(wanted, inTime())).toMatchObject({ outcome: 'REFUSED', reason });
  });

  it.each([
    ['is cut off', { truncateAt: 'half', operations: ['Pay'] }],
    ['never comes', { hang: true, operations: ['Pay'] }],
    ['is a failure inside', { failNext: 1, operations: ['Pay'] }],
  ] as const)('is of unknown outcome when the answer %s, is sent once, and an enquiry tells', async (_case, switches) => {
    const wanted = order('7.00');
    Object.assign(simulator.switches, switches);
    const call = { deadline: createDeadline(500), trace: unrecorded() };
    await expect(hub.pay(wanted, call)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(simulator.calls.count('Pay')).toBe(1);
    const [found] = await hub.findPayments([wanted.reference], inTime());
    const wasPaid = simulator.payments().some(({ reference }) => reference === wanted.reference);
    expect(found !== undefined).toBe(wasPaid);
  });

  it('never left when nobody listens', async () => {
    const nobody = await createBillerHub({ endpoint: 'http://127.0.0.1:1/biller-hub', ...credentials, deadlineMs: 1_000 });
    await expect(nobody.pay(order('5.00'), inTime())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    await nobody.close();
  });
});

describe('a hub in trouble', () => {
  it.each([
    ['fails inside', { errorRate: 1 }, 'UPSTREAM_UNAVAILABLE'],
    ['answers half', { truncateAt: 'half' }, 'UPSTREAM_MALFORMED'],
    ['answers nothing', { truncateAt: 0 }, 'UPSTREAM_MALFORMED'],
    ['never answers', { hang: true }, 'UPSTREAM_TIMEOUT'],
  ] as const)('that %s is unreachable, and nothing of it is shown', async (_case, switches, code) => {
    Object.assign(simulator.switches, switches);
    const call = { deadline: createDeadline(1_000), trace: unrecorded() };
    const error: unknown = await hub.findBillers(undefined, call).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LegacyUnreachable);
    expect(error).toMatchObject({ code, system: 'biller-hub' });
    expect((error as LegacyUnreachable).publicMessage).not.toMatch(/ORA-|xml|hub/i);
  });

  it('says refused for a request that is wrong', async () => {
    await expect(
      hub.findPayments(
        Array.from({ length: 100 }, (_, index) => `r${index}`),
        inTime(),
      ),
    ).resolves.toHaveLength(100);
    await expect(
      hub.findBillersByNumbers(
        Array.from({ length: 501 }, (_, index) => String(index + 1)),
        inTime(),
      ),
    ).rejects.toThrow();
  });

  it.each([
    ['the password', { password: 'wrong' }],
    ['the partner', { partner: 'wrong' }],
  ])('refuses our sign-in when %s is wrong', async (_case, wrong) => {
    const stranger = await createBillerHub({ endpoint: simulator.url, ...credentials, ...wrong, deadlineMs: 2_000 });
    await expect(stranger.findBillers(undefined, inTime())).rejects.toBeInstanceOf(SignInFailed);
    expect(simulator.calls.total()).toBe(0);
    await stranger.close();
  });
});

describe('an answer of a hub that is not ours', () => {
  const document = (code: string) => `<DebtAns xmlns="urn:portico:biller-hub:v1"><Res Code="${code}">OK</Res></DebtAns>`;
  const sign = (body: string) => {
    const inner = createHash('md5')
      .update(body + credentials.password)
      .digest('hex');
    return createHash('sha1').update(inner).digest('hex');
  };

  async function ask(body: string, signature: string | undefined): Promise<unknown> {
    const server = createHttpServer({
      name: 'other hub',
      host: '127.0.0.1',
      port: 0,
      handle: (request, response) => {
        request.resume();
        response
          .writeHead(200, { 'content-type': 'text/xml; charset=utf-8', ...(signature === undefined ? {} : { 'x-hub-sign': signature }) })
          .end(body);
      },
    });
    await server.start();
    const other = await createBillerHub({ endpoint: `${server.url}/biller-hub`, ...credentials, deadlineMs: 2_000 });
    try {
      return await other.findDebts([olenaLight], inTime()).catch((error: unknown) => error);
    } finally {
      await other.close();
      await server.stop();
    }
  }

  it.each([
    ['is not signed', document('40'), undefined],
    ['is signed by another password', document('40'), sign(`${document('40')}x`)],
    ['was changed after it was signed', document('40'), sign(document('20'))],
  ])('that %s is not believed', async (_case, body, signature) => {
    expect(await ask(body, signature)).toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });

  it('is believed when it is signed: the same answer, a refusal', async () => {
    expect(await ask(document('40'), sign(document('40')))).toBeInstanceOf(LegacyRefused);
  });

  it('is malformed when it answers fewer questions than were asked', async () => {
    expect(await ask(document('0'), sign(document('0')))).toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });
});
