import { describe, expect, it } from 'vitest';
import type { Decimal } from '#platform/decimal.ts';
import { type Answered, callOf, closing, serve } from '../kit/server.testkit.ts';
import { parseBySaxes } from '../xml/xml.testkit.ts';
import { type BillerHub, createBillerHub, type DebtEnquiry } from './index.ts';
import { signed } from './simulator/simulator.testkit.ts';

const password = 'hub-password';

/** A hub that signs whatever it is told to answer; the answer may be made of the request's text. */
async function hubThat(answers: (request: string) => string | Answered) {
  const server = await serve(({ body }) => {
    const answer = answers(body.toString());
    if (typeof answer !== 'string') return answer;
    const xml = answer.replace(/^<(\w+)/, '<$1 xmlns="urn:portico:biller-hub:v1"');
    return { body: xml, headers: { 'x-hub-sign': signed(xml, password) } };
  });
  const hub: BillerHub = closing(await createBillerHub({ endpoint: server.url, partner: 'portico', password, deadlineMs: 5_000 }));
  return { hub, server };
}

const ok = '<Res Code="0">OK</Res>';
const amt = (tag: string, value: string, currency = 'UAH') => `<${tag} Cur="${currency}">${value}</${tag}>`;
const enquiry: DebtEnquiry = { billerNumber: '1001', values: [{ code: 'account', value: '1' }] };
const order = { ...enquiry, reference: 'r-1', amount: { amount: '84.37' as Decimal, currency: 'UAH' } };

interface Said {
  readonly reference?: string;
  readonly biller?: string;
  readonly amount?: string;
  readonly currency?: string;
}
const pay = ({ reference = 'r-1', biller = '1001', amount = '84.37', currency = 'UAH' }: Said = {}) =>
  `<Pay HubNo="5"><Ref>${reference}</Ref><BillerNo>${biller}</BillerNo>${amt('Amt', amount, currency)}<At>2026-07-01T09:00:00Z</At><St>ACC</St></Pay>`;

describe('a payment whose well-formed, signed answer', () => {
  it('is about it is accepted, however its amount is spelt', async () => {
    const { hub } = await hubThat(() => `<PayAns>${ok}${pay({ amount: '84.370' })}</PayAns>`);
    expect(await hub.pay(order, callOf())).toMatchObject({
      outcome: 'ACCEPTED',
      payment: { reference: 'r-1', amount: { currency: 'UAH' } },
    });
  });

  it.each<[string, Said | undefined]>([
    ['has another amount', { amount: '84.38' }],
    ['has the amount in another currency', { currency: 'USD' }],
    ['names another biller', { biller: '1002' }],
    ['bears another reference', { reference: 'r-2' }],
    ['says done and of what not', undefined],
  ])('%s is of unknown outcome, and is sent once', async (_case, said) => {
    const { hub, server } = await hubThat(() => `<PayAns>${ok}${said === undefined ? '' : pay(said)}</PayAns>`);
    await expect(hub.pay(order, callOf())).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(server.asked).toHaveLength(1);
  });

  it('tells of a payment that nobody asked about is not believed', async () => {
    const { hub } = await hubThat(() => `<PayStatusAns>${ok}${pay()}${pay({ reference: 'r-9' })}</PayStatusAns>`);
    await expect(hub.findPayments(['r-1'], callOf())).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });
});

describe('a debt in a well-formed, signed answer', () => {
  const debt = (inner: string) => (request: string) =>
    `<DebtAns>${ok}<Debt No="${/ No="(\d+)"/.exec(request)?.[1]}">${ok}${inner}</Debt></DebtAns>`;
  const range = (from = 'UAH', to = 'UAH') => `<PayKnd>RNG</PayKnd>${amt('PayMin', '1.00', from)}${amt('PayMax', '9.00', to)}`;

  it('in one currency is read', async () => {
    const { hub } = await hubThat(debt(`${amt('Amt', '5.00')}${range()}`));
    expect(await hub.findDebts([enquiry], callOf())).toMatchObject([
      { outcome: 'FOUND', debt: { amount: { amount: '5.00', currency: 'UAH' } } },
    ]);
  });

  it.each([
    ['is in another currency than what may be paid', `${amt('Amt', '5.00', 'USD')}${range()}`],
    ['may be paid from one currency to another', `${amt('Amt', '5.00')}${range('UAH', 'USD')}`],
    ['may be paid in another currency', `${amt('Amt', '5.00')}${range('EUR', 'EUR')}`],
    ['does not say what may be paid', amt('Amt', '5.00')],
    ['may be paid from more than to', `<PayKnd>RNG</PayKnd>${amt('PayMin', '9.01')}${amt('PayMax', '9.00')}`],
    ['is fixed, and a range', `<PayKnd>FIX</PayKnd>${amt('PayMin', '1.00')}${amt('PayMax', '9.00')}`],
  ])('that %s is not believed', async (_case, inner) => {
    const { hub } = await hubThat(debt(inner));
    await expect(hub.findDebts([enquiry], callOf())).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });

  it('of another question is not believed', async () => {
    const { hub } = await hubThat(() => `<DebtAns>${ok}<Debt No="1">${ok}${amt('Amt', '5.00')}${range()}</Debt></DebtAns>`);
    await expect(hub.findDebts([enquiry], callOf())).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });
});

describe('what a customer types', () => {
  it.each(['<&>"\'', ']]>', '&amp;', ' ', ' x ', '‮', '😀', 'a\tb\nc', '\r\n', '&#13;', '<![CDATA[x]]>', '--><!--', 'ї'.repeat(200)])(
    'arrives at the hub as it is: %j',
    async (typed) => {
      let arrived: string | undefined;
      const { hub } = await hubThat((request) => {
        arrived = /<(?:\w+:)?Val [^>]*>([\s\S]*)<\/(?:\w+:)?Val>/.exec(request)?.[1];
        return `<DebtAns>${ok}</DebtAns>`;
      });
      await hub.findDebts([{ billerNumber: '1001', values: [{ code: 'account', value: typed }] }], callOf()).catch(() => undefined);
      const text = document(arrived ?? 'nothing');
      expect(text).toBe(typed);
    },
  );
});

describe('a hub that does not know us', () => {
  const refused: Answered = { status: 403, headers: { 'content-type': 'text/plain' }, body: 'The partner or the signature is wrong.' };

  it('refuses the sign-in: its 403 bears no signature that we could check', async () => {
    const { hub } = await hubThat(() => refused);
    await expect(hub.findBillers(undefined, callOf())).rejects.toMatchObject({ name: 'SignInFailed', code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('is not asked again and again with credentials that it refuses', async () => {
    const { hub, server } = await hubThat(() => refused);
    for (let time = 0; time < 6; time += 1) await hub.findBillers(undefined, callOf()).catch(() => undefined);
    expect(server.asked.length).toBe(3);
  });

  it('is not believed that a payment was not made: anybody can write 403', async () => {
    const { hub, server } = await hubThat(() => refused);
    await expect(hub.pay(order, callOf())).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(server.asked).toHaveLength(1);
  });
});

/** The text of an element's content by saxes, which is not what wrote it. */
function document(content: string): string | undefined {
  const tree = parseBySaxes(`<v>${content}</v>`);
  return tree?.children.length === 0 ? '' : typeof tree?.children[0] === 'string' ? tree.children[0] : undefined;
}
