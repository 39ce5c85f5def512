import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BankAtWork, startBankAtWork } from './testkit/bank-at-work.ts';
import { homeDocument } from './testkit/documents.ts';

const legacyDeadlineMs = 800;
const requestDeadlineMs = 3_000;
let bank: BankAtWork;
beforeAll(async () => {
  bank = await startBankAtWork({ LEGACY_DEADLINE_MS: String(legacyDeadlineMs), REQUEST_DEADLINE_MS: String(requestDeadlineMs) });
});
afterAll(() => bank.stop());
beforeEach(() => bank.reset());

const small = '{ me { displayName accounts { balance { amount } } cards { status } } }';

describe('a core that has dropped its sessions', () => {
  it('costs 100 home queries at once one sign-in and no error', async () => {
    // All of them are let in: the sign-in is what is looked at.
    const patient = await startBankAtWork({ CONCURRENCY_MAX: '200', LEGACY_DEADLINE_MS: '20000', REQUEST_DEADLINE_MS: '30000' });
    try {
      await patient.ask('olena', homeDocument);
      patient.reset();
      patient.coreBanking.sessions.expireAll();
      const answers = await Promise.all(Array.from({ length: 100 }, () => patient.ask('olena', homeDocument)));
      expect(answers.flatMap((answer) => answer.errors)).toEqual([]);
      expect(answers.every((answer) => answer.data.me.accounts.length === 5 && answer.data.me.cards.length === 3)).toBe(true);
      expect(patient.coreBanking.calls.count('Login')).toBe(1);
    } finally {
      await patient.stop();
    }
  });
});

describe('one legacy system in trouble takes only its own fields with it', () => {
  it('card processing hangs: accounts are there in time, and the error says which part is not', async () => {
    bank.cardProcessing.switches.hang = true;
    const startedAt = performance.now();
    const { status, data, errors } = await bank.ask('olena', homeDocument);
    expect(performance.now() - startedAt).toBeLessThan(requestDeadlineMs);
    expect(status).toBe(200);
    expect(data.me.accounts).toHaveLength(5);
    expect(data.me.accounts[0].balance).toEqual({ amount: '228828.44', currency: 'UAH' });
    expect(data.me.cards).toBeNull();
    expect(errors).toEqual([
      {
        message: expect.any(String),
        path: ['me', 'cards'],
        extensions: { code: 'UPSTREAM_TIMEOUT', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) },
      },
    ]);
  });

  it('the core is unavailable: cards are there', async () => {
    bank.coreBanking.switches.failNext = 1_000;
    const { data, errors } = await bank.ask('olena', small);
    expect(data.me.displayName).toBeNull();
    expect(data.me.accounts).toBeNull();
    expect(data.me.cards).toHaveLength(3);
    expect(errors.map((error) => [error.path?.join('.'), error.extensions.code]).toSorted()).toEqual([
      ['me.accounts', 'UPSTREAM_UNAVAILABLE'],
      ['me.displayName', 'UPSTREAM_UNAVAILABLE'],
    ]);
  });

  it.each([
    ['answers half', { truncateAt: 'half' }, 'UPSTREAM_MALFORMED'],
    ['answers with nothing', { truncateAt: 0 }, 'UPSTREAM_MALFORMED'],
    ['shows its internals', { failNext: 10 }, 'UPSTREAM_UNAVAILABLE'],
  ] as const)('card processing %s: the error names nothing of it', async (_case, switches, code) => {
    Object.assign(bank.cardProcessing.switches, switches);
    const { text, data, errors } = await bank.ask('olena', small);
    expect(data.me.accounts).toHaveLength(5);
    expect(errors).toMatchObject([{ path: ['me', 'cards'], extensions: { code } }]);
    expect(text).not.toMatch(/ORA-|Fault|soap|xml|127\.0\.0\.1|card-processing|stack/i);
  });
});

describe('one operation of a system in trouble takes only its own field with it', () => {
  const statement = '{ me { accounts { name balance { amount } transactions(first: 2) { edges { cursor } } } } }';
  type StatedAccount = { name: string; balance: { amount: string } | null; transactions: object | null };

  it('statements that fail leave names and balances', async () => {
    Object.assign(bank.coreBanking.switches, { errorRate: 1, operations: ['GetStatements'] });
    const { data, errors } = await bank.ask('olena', statement);
    const accounts: StatedAccount[] = data.me.accounts;
    expect(accounts.map(({ balance, transactions }) => [balance?.amount === undefined, transactions])).toEqual(
      Array.from({ length: 5 }, () => [false, null]),
    );
    expect(errors.map(({ path, extensions }) => [path?.at(-1), extensions.code])).toEqual(
      Array.from({ length: 5 }, () => ['transactions', 'UPSTREAM_UNAVAILABLE']),
    );
  });

  it('balances that fail leave names and statements', async () => {
    Object.assign(bank.coreBanking.switches, { errorRate: 1, operations: ['GetBalances'] });
    const { data } = await bank.ask('olena', statement);
    const accounts: StatedAccount[] = data.me.accounts;
    expect(accounts.map(({ balance, transactions }) => [balance, transactions === null])).toEqual(
      Array.from({ length: 5 }, () => [null, false]),
    );
  });

  it('a page that is refused leaves what stands beside it', async () => {
    const { data, errors } = await bank.ask('olena', statement.replace('first: 2', 'first: 1000'));
    const accounts: StatedAccount[] = data.me.accounts;
    expect(accounts[0]).toEqual({ name: 'Картковий рахунок', balance: { amount: '228828.44' }, transactions: null });
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
  });

  it('limits that fail leave the card, and a lock whose card cannot be shown whole is told to have been made', async () => {
    const found = await bank.ask('olena', '{ me { cards { id } } }');
    const { id } = found.data.me.cards[2];
    Object.assign(bank.cardProcessing.switches, { errorRate: 1, operations: ['GetCardLimits', 'GetCardStatuses'] });
    const page = await bank.ask('olena', `{ card(id: "${id}") { maskedNumber status limits { kind } } }`);
    expect(page.data.card).toEqual({ maskedNumber: expect.any(String), status: null, limits: null });
    const change = await bank.ask(
      'olena',
      `mutation { lockCard(input: { cardId: "${id}", idempotencyKey: "limits" }) { ... on LockCardSuccess { card { maskedNumber limits { kind } } } } }`,
    );
    expect(change.data.lockCard.card).toEqual({ maskedNumber: page.data.card.maskedNumber, limits: null });
    await bank.ask('olena', `mutation { unlockCard(input: { cardId: "${id}", idempotencyKey: "limits" }) { __typename } }`);
  });

  it('a lock that fails is null with its error, and takes nothing with it', async () => {
    const found = await bank.ask('olena', '{ me { cards { id } } }');
    Object.assign(bank.cardProcessing.switches, { errorRate: 1 });
    const input = `{ cardId: "${found.data.me.cards[2].id}", idempotencyKey: "fails" }`;
    const { data, errors } = await bank.ask('olena', `mutation { lockCard(input: ${input}) { __typename } }`);
    expect(data).toEqual({ lockCard: null });
    expect(errors).toMatchObject([{ path: ['lockCard'] }]);
  });
});

describe('verification and billers in trouble', () => {
  const home = homeDocument.replace('displayName', 'displayName verification { status level }');

  it.each([
    ['hangs', { hang: true }, 'UPSTREAM_TIMEOUT'],
    ['shows its internals', { errorRate: 1 }, 'UPSTREAM_UNAVAILABLE'],
    ['answers half', { truncateAt: 'half' }, 'UPSTREAM_MALFORMED'],
  ] as const)('Cerberus %s: the home query is there, with one error at me.verification', async (_case, switches, code) => {
    Object.assign(bank.cerberus.switches, switches);
    const { status, text, data, errors } = await bank.ask('olena', home);
    expect(status).toBe(200);
    expect(data.me).toMatchObject({ displayName: 'Олена Коваленко', verification: null });
    expect(data.me.accounts).toHaveLength(5);
    expect(data.me.cards).toHaveLength(3);
    expect(errors).toMatchObject([{ path: ['me', 'verification'], extensions: { code } }]);
    expect(text).not.toMatch(/ORA-|Fault|soap|xml|127\.0\.0\.1|cerberus|Bearer|stack/i);
  });

  it('Cerberus does not know the realm any more: still one error', async () => {
    const strange = await startBankAtWork({ CERBERUS_CLIENT_ID: 'somebody-else' });
    try {
      const { data, errors } = await strange.ask('olena', home);
      expect(data.me.accounts).toHaveLength(5);
      expect(errors).toMatchObject([{ path: ['me', 'verification'], extensions: { code: expect.stringMatching(/^UPSTREAM_/) } }]);
    } finally {
      await strange.stop();
    }
  });

  // Each in a category of its own: a failure is kept for a while.
  it.each([
    ['hangs', { hang: true }, 'UPSTREAM_TIMEOUT', 'MOBILE'],
    ['shows its internals', { errorRate: 1 }, 'UPSTREAM_UNAVAILABLE', 'UTILITIES'],
    ['answers half', { truncateAt: 'half' }, 'UPSTREAM_MALFORMED', 'INTERNET'],
  ] as const)('the biller hub %s: whatever else was asked for is there', async (_case, switches, code, category) => {
    Object.assign(bank.billerHub.switches, switches);
    const { text, data, errors } = await bank.ask(
      'olena',
      `{ me { displayName } billers(category: ${category}) { edges { node { id } } } }`,
    );
    expect(data).toEqual({ me: { displayName: 'Олена Коваленко' }, billers: null });
    expect(errors).toMatchObject([{ path: ['billers'], extensions: { code } }]);
    expect(text).not.toMatch(/ORA-|xml|127\.0\.0\.1|hub|stack/i);
  });
});

describe('a subgraph that is unavailable takes only its own fields with it', () => {
  it('is told by an error with the path of what it would have filled', async () => {
    const lame = await startBankAtWork();
    try {
      await lame.bank.subgraphServers.get('cards')?.stop();
      const { data, errors } = await lame.ask('olena', small);
      expect(data.me.accounts).toHaveLength(5);
      expect(data.me.cards).toBeNull();
      expect(errors).toMatchObject([{ path: ['me', 'cards'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
      const ready = (await (await fetch(`${lame.url}/health/ready`)).json()) as { status: string; checks: Record<string, string> };
      const { cards, ...others } = ready.checks;
      expect([ready.status, cards, new Set(Object.values(others))]).toEqual(['ready', 'unavailable', new Set(['ok'])]);
      expect(Object.keys(others)).toEqual(
        expect.arrayContaining(['gateway', 'identity', 'customers', 'accounts', 'core-banking', 'cerberus']),
      );
    } finally {
      await lame.stop();
    }
  });
});

describe('the identity provider unavailable', () => {
  it('leaves those logged in whose tokens the kept keys verify', async () => {
    const fresh = await bank.tokenOf('olena', { locale: 'en' });
    await bank.ask('olena', small);
    bank.issuer.setUnavailable(true);
    const { errors } = await bank.post(JSON.stringify({ query: small }), { authorization: `Bearer ${fresh}` });
    bank.issuer.setUnavailable(false);
    expect(errors).toEqual([]);
  });
});
