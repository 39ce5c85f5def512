import { type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { people } from '#legacy-adapters/simulation/people.ts';
import { createPrincipalIssuer, generateGatewayKey, type PrincipalIssuer } from '#platform/principal/principal-token.ts';
import { createGraphIds } from '#subgraphs/kit/graph-ids.ts';
import { type BankAtWork, startBankAtWork } from './testkit/bank-at-work.ts';

/** The gateway's own key, so that a test can ask a subgraph as the gateway would. */
const gatewayKey: KeyObject = generateGatewayKey();
const asGateway: PrincipalIssuer = createPrincipalIssuer(gatewayKey);

let bank: BankAtWork;
let olena: { customer: string; account: string; card: string; payee: string };

const idSecret = 'the secret of this test, 32 characters or more';
const ids = createGraphIds(idSecret);
/** Ids as the graph makes them, of things that never were. */
const neverExisted = {
  account: ids.account.encode('999999999999999999'),
  card: ids.card.encode('999999999999999999'),
  customer: ids.customer.encode('999999999999999999'),
  payee: ids.payee.encode('999999999999999999'),
};

beforeAll(async () => {
  bank = await startBankAtWork({
    ID_SECRET: idSecret,
    GATEWAY_SIGNING_KEY: gatewayKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  });
  const { data } = await bank.ask('olena', '{ me { id accounts { id } cards { id } } }');
  const saved = await bank.ask(
    'olena',
    'mutation { createPayee(input: { name: "Ірина", destination: { phone: "0671234567" }, idempotencyKey: "k" }) { ... on CreatePayeeSuccess { payee { id } } } }',
  );
  olena = { customer: data.me.id, account: data.me.accounts[0].id, card: data.me.cards[0].id, payee: saved.data.createPayee.payee.id };
});
afterAll(() => bank.stop());
beforeEach(() => bank.reset());

/** Asks one subgraph directly, as the gateway does, for one customer. */
async function askSubgraph(name: string, person: 'andriy' | 'olena', query: string, variables: object): Promise<string> {
  const principal = {
    kind: 'customer' as const,
    subject: person,
    customerNumber: people[person].customerId,
    roles: [],
    scopes: ['accounts:read', 'billers:read', 'cards:read', 'cards:write', 'customer:read', 'payees:read', 'payees:write'],
  };
  const response = await fetch(`${bank.bank.subgraphServers.get(name)?.url}/graphql`, {
    method: 'POST',
    body: JSON.stringify({ query, variables }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await asGateway.issue(principal, name)}` },
  });
  expect(response.status).toBe(200);
  return response.text();
}

const entities = (type: string, fields: string) =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${fields} } } }`;

/** The two answers, with the id that was asked for and the trace taken out. */
const alike = (text: string, id: string) => text.replaceAll(id, 'ID').replaceAll(/"traceId":"[0-9a-f]+"/g, '"traceId":"T"');

describe("somebody else's account, card or payee answers exactly as one that does not exist", () => {
  it('by the root fields', async () => {
    for (const id of [neverExisted.account, olena.account, 'nonsense', 'acc_', olena.card, '', 'acc_zzzzzzzzzzzzzzzzzzzzzz']) {
      expect(
        (await bank.ask('andriy', 'query ($id: ID!) { account(id: $id) { id balance { amount } cards { id } } }', { id })).data,
        id,
      ).toEqual({ account: null });
    }
    for (const id of [neverExisted.card, olena.card, 'nonsense', olena.account]) {
      expect((await bank.ask('andriy', 'query ($id: ID!) { card(id: $id) { id maskedNumber account { id } } }', { id })).data, id).toEqual({
        card: null,
      });
    }
    for (const id of [neverExisted.payee, olena.payee, 'nonsense', olena.card]) {
      expect((await bank.ask('andriy', 'query ($id: ID!) { payee(id: $id) { id name } }', { id })).data, id).toEqual({ payee: null });
    }
    expect((await bank.ask('olena', 'query ($id: ID!) { payee(id: $id) { name } }', { id: olena.payee })).data).toEqual({
      payee: { name: 'Ірина' },
    });
    expect((await bank.ask('olena', 'query ($id: ID!) { account(id: $id) { id } }', { id: olena.account })).data).toEqual({
      account: { id: olena.account },
    });
  });

  it('by the mutations', async () => {
    for (const [mutation, input] of [
      ['lockCard', 'LockCardInput'],
      ['unlockCard', 'UnlockCardInput'],
    ] as const) {
      const query = `mutation ($input: ${input}!) { ${mutation}(input: $input) { __typename ... on Refusal { code message } } }`;
      const ask = (cardId: string) => bank.ask('andriy', query, { input: { cardId, idempotencyKey: 'k' } });
      const [foreign, missing, malformed] = [await ask(olena.card), await ask(neverExisted.card), await ask('card_?')];
      expect(foreign.data[mutation]).toMatchObject({ __typename: 'CardNotFound' });
      expect(foreign.text).toBe(missing.text);
      expect(foreign.text).toBe(malformed.text);
    }
    expect(bank.cardProcessing.calls.count('LockCard') + bank.cardProcessing.calls.count('UnlockCard')).toBe(0);
  });

  it('by the mutations of payees', async () => {
    for (const [mutation, input, more] of [
      ['renamePayee', 'RenamePayeeInput', { name: 'Чуже' }],
      ['removePayee', 'RemovePayeeInput', {}],
    ] as const) {
      const query = `mutation ($input: ${input}!) { ${mutation}(input: $input) { __typename ... on Refusal { code message } } }`;
      const ask = (payeeId: string) => bank.ask('andriy', query, { input: { payeeId, idempotencyKey: 'k', ...more } });
      const [foreign, missing, malformed] = [await ask(olena.payee), await ask(neverExisted.payee), await ask('payee_?')];
      expect(foreign.data[mutation]).toMatchObject({ __typename: 'PayeeNotFound', code: 'PAYEE_NOT_FOUND' });
      expect(foreign.text).toBe(missing.text);
      expect(foreign.text).toBe(malformed.text);
    }
    expect((await bank.ask('olena', '{ me { payees { edges { node { id name } } } } }')).data.me.payees.edges).toEqual([
      { node: { id: olena.payee, name: 'Ірина' } },
    ]);
  });

  it('by an edge from an additional card to the account of its owner', async () => {
    const { data, errors } = await bank.ask(
      'andriy',
      '{ me { cards { id account { id balance { amount } } } accounts { id cards { id } } } }',
    );
    expect(errors).toEqual([]);
    const accounts = data.me.accounts.map((account: { id: string }) => account.id);
    expect(data.me.cards.some((card: { account: unknown }) => card.account === null)).toBe(true);
    for (const card of data.me.cards) if (card.account !== null) expect(accounts).toContain(card.account.id);
    expect(JSON.stringify(data)).not.toContain(olena.account);

    // The subgraph of cards says so by itself: its answer does not even name the account.
    const representations = [{ __typename: 'Customer', id: ids.customer.encode(people.andriy.customerId) }];
    const cards = JSON.parse(
      await askSubgraph('cards', 'andriy', entities('Customer', 'cards { id account { id } }'), { representations }),
    );
    expect(cards.errors).toBeUndefined();
    const named = cards.data._entities[0].cards.flatMap(({ account }: { account: { id: string } | null }) => account?.id ?? []);
    expect(cards.data._entities[0].cards.length).toBeGreaterThan(named.length);
    for (const account of named) expect(accounts).toContain(account);
  });

  it("shows an account's owner no card that somebody else holds", async () => {
    const { data } = await bank.ask('olena', 'query ($id: ID!) { account(id: $id) { cards { id } } }', { id: olena.account });
    const own = (await bank.ask('olena', '{ me { cards { id } } }')).data.me.cards.map((card: { id: string }) => card.id);
    for (const card of data.account.cards) expect(own).toContain(card.id);
  });

  it.each([
    ['accounts', 'Account', 'id balance { amount }', 'account'],
    ['accounts', 'Customer', 'id accounts { id }', 'customer'],
    ['cards', 'Account', 'cards { id maskedNumber }', 'account'],
    ['cards', 'Customer', 'id cards { id }', 'customer'],
    ['cards', 'DebitCard', 'id maskedNumber status', 'card'],
    ['cards', 'Card', 'id maskedNumber status', 'card'],
    ['payees', 'Payee', 'id name destination { __typename }', 'payee'],
    ['payees', 'Customer', 'id payees { edges { node { id } } }', 'customer'],
    ['customers', 'Customer', 'id displayName maskedPhone', 'customer'],
    ['customers', 'Customer', 'id verification { status level verifiedOn }', 'customer'],
  ] as const)('by _entities of the subgraph %s for %s', async (subgraph, type, fields, kind) => {
    const ask = (person: 'andriy' | 'olena', id: string) =>
      askSubgraph(subgraph, person, entities(type, fields), { representations: [{ __typename: type, id }] });
    const foreign = alike(await ask('andriy', olena[kind]), olena[kind]);
    const missing = alike(await ask('andriy', neverExisted[kind]), neverExisted[kind]);
    expect(foreign).toBe(missing);
    // An account is a mere reference to the subgraph of cards, which shows none of its cards to anybody but its owner.
    const nothing = subgraph === 'cards' && type === 'Account' ? { cards: [] } : null;
    expect(JSON.parse(foreign)).toEqual({ data: { _entities: [nothing] } });
    const own = await ask('olena', olena[kind]);
    expect(alike(own, olena[kind]), 'its owner sees it').not.toBe(foreign);
  });

  it('is not found even by a token that says nothing of a customer', async () => {
    const token = await bank.issuer.token({});
    const { data, errors } = await bank.post(JSON.stringify({ query: `{ account(id: "${olena.account}") { id } }` }), {
      authorization: `Bearer ${token}`,
    });
    expect(data).toEqual({ account: null });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('subgraphs whose ids are made with different secrets', () => {
  it('answer with an error, not with nothing: data must not be missing in silence', async () => {
    const other = createGraphIds('another secret, of 32 characters or more');
    for (const [subgraph, type, fields, id] of [
      ['accounts', 'Customer', 'accounts { id }', other.customer.encode(people.olena.customerId)],
      ['cards', 'Customer', 'cards { id }', other.customer.encode(people.olena.customerId)],
      ['accounts', 'Account', 'balance { amount }', other.account.encode('200000000000000119')],
    ] as const) {
      const answer = JSON.parse(
        await askSubgraph(subgraph, 'olena', entities(type, fields), { representations: [{ __typename: type, id }] }),
      );
      expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    }
  });
});

describe('a subgraph answers nobody but the gateway', () => {
  it.each([
    ['no token', async () => undefined],
    ["a customer's own token", () => bank.tokenOf('olena')],
    [
      'the word of another gateway',
      () =>
        createPrincipalIssuer(generateGatewayKey()).issue(
          { kind: 'customer', subject: 'x', customerNumber: people.olena.customerId, roles: [], scopes: [] },
          'accounts',
        ),
    ],
    [
      "the gateway's word to another subgraph",
      () => asGateway.issue({ kind: 'customer', subject: 'x', customerNumber: people.olena.customerId, roles: [], scopes: [] }, 'cards'),
    ],
  ])('with %s: 401', async (_case, token) => {
    const authorization = await token();
    for (const query of ['{ _service { sdl } }', '{ __typename }']) {
      const response = await fetch(`${bank.bank.subgraphServers.get('accounts')?.url}/graphql`, {
        method: 'POST',
        body: JSON.stringify({ query }),
        headers: {
          'content-type': 'application/json',
          ...(authorization === undefined ? {} : { authorization: `Bearer ${authorization}` }),
        },
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({
        errors: [{ message: 'Only the gateway may ask here.', extensions: { code: 'UNAUTHENTICATED' } }],
      });
    }
  });
});
