import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BankAtWork, startBankAtWork } from './testkit/bank-at-work.ts';

let bank: BankAtWork;
beforeAll(async () => {
  bank = await startBankAtWork();
});
afterAll(() => bank.stop());
beforeEach(() => bank.reset());

const askWith = async (scopes: readonly string[], query: string) =>
  bank.post(JSON.stringify({ query }), { authorization: `Bearer ${await bank.tokenOf('olena', { scopes })}` });
const forbidden = (...path: (string | number)[]) => ({ path, extensions: { code: 'FORBIDDEN' } });
const legacyCalls = () =>
  [bank.coreBanking, bank.cardProcessing, bank.cerberus, bank.billerHub].reduce((sum, system) => sum + system.calls.total(), 0);

describe('a token shows what its scopes say, and no more', () => {
  it('without a scope nothing but who one is to the graph', async () => {
    const fields = ['displayName', 'maskedPhone', 'language', 'verification { status }', 'accounts { id }', 'cards { id }'];
    for (const field of fields) {
      const name = field.split(' ')[0] ?? '';
      const answer = await askWith([], `{ me { id ${field} } }`);
      expect(answer.data, field).toEqual({ me: { id: expect.stringMatching(/^cust_/), [name]: null } });
      expect(answer.errors, field).toMatchObject([forbidden('me', name)]);
    }
    expect(legacyCalls()).toBe(0);
  });

  it('each scope opens its own fields, and costs the others nothing', async () => {
    const query = '{ me { displayName maskedPhone language verification { status } accounts { id kind } cards { id status } } }';
    const customer = await askWith(['customer:read'], query);
    expect(customer.data.me).toMatchObject({ displayName: 'Олена Коваленко', accounts: null, cards: null });
    expect(customer.errors).toHaveLength(2);
    const accounts = await askWith(['accounts:read'], query);
    expect(accounts.data.me).toMatchObject({
      displayName: null,
      verification: null,
      cards: null,
      accounts: expect.arrayContaining([{ id: expect.any(String), kind: 'CURRENT' }]),
    });
  });

  it('locking a card shows nothing of it to a token that may only lock, and the lock is told to have been made', async () => {
    const cardId = (await bank.ask('olena', '{ me { cards { id status } } }')).data.me.cards.find(
      ({ status }: { status: string }) => status === 'ACTIVE',
    ).id;
    const lock = (inside: string) =>
      `mutation { lockCard(input: { cardId: "${cardId}", idempotencyKey: "k" }) { __typename ... on LockCardSuccess { card { ${inside} } } } }`;
    expect((await askWith(['cards:write'], lock('id'))).data).toEqual({
      lockCard: { __typename: 'LockCardSuccess', card: { id: cardId } },
    });
    for (const field of ['maskedNumber', 'status', 'expiresOn', 'embossedName', 'limits { kind }', '... on DebitCard { contactless }']) {
      const answer = await askWith(['cards:write'], lock(`id ${field}`));
      expect(answer.data.lockCard.__typename, field).toBe('LockCardSuccess');
      const shown = answer.data.lockCard.card ?? {};
      expect(
        Object.entries(shown).filter(([name, value]) => name !== 'id' && value !== null),
        field,
      ).toEqual([]);
      expect(answer.errors, field).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const both = await askWith(['cards:read', 'cards:write'], lock('status'));
    expect(both.data.lockCard.card).toEqual({ status: 'LOCKED' });
  });

  it.each([
    ['{ account(id: "acc_x") { id } }', 'account'],
    ['{ card(id: "card_x") { id } }', 'card'],
    ['{ billers { edges { cursor } } }', 'billers'],
    ['{ billerForm(billerId: "bill_x") { __typename } }', 'billerForm'],
    ['{ debt(input: { billerId: "bill_x", fields: [] }) { __typename } }', 'debt'],
    ['{ asked: card(id: "card_x") { id } }', 'asked'],
    ['query { ...F } fragment F on Query { card(id: "card_x") { id } }', 'card'],
  ])('%s is answered before anything is planned', async (query, field) => {
    const answer = await askWith(['openid'], query);
    expect([answer.status, answer.data]).toEqual([200, { [field]: null }]);
    expect(answer.errors).toMatchObject([forbidden(field)]);
    const nobody = await bank.post(JSON.stringify({ query }));
    expect(nobody.errors).toMatchObject([{ path: [field], extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('a mutation without its scope reaches no system', async () => {
    const query = 'mutation { lockCard(input: { cardId: "card_x", idempotencyKey: "k" }) { __typename } }';
    const answer = await askWith(['cards:read'], query);
    expect([answer.data, answer.errors]).toMatchObject([{ lockCard: null }, [forbidden('lockCard')]]);
    expect(legacyCalls()).toBe(0);
  });
});
