import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BankAtWork, startBankAtWork } from './testkit/bank-at-work.ts';
import { logIn } from './testkit/bank-process.ts';

let bank: BankAtWork;
beforeAll(async () => {
  bank = await startBankAtWork();
});
afterAll(() => bank.stop());
beforeEach(() => bank.reset());

const query = '{ me { verification { status level verifiedOn expiresOn documentKind } } }';

describe('how far a customer is verified', () => {
  it.each([
    ['olena', { status: 'VERIFIED', level: 'FULL', verifiedOn: '2024-05-20', expiresOn: '2034-05-20', documentKind: 'PASSPORT_BOOKLET' }],
    ['mykola', { status: 'VERIFIED', level: 'FULL', verifiedOn: '2023-11-02', expiresOn: '2033-08-14', documentKind: 'ID_CARD' }],
    ['iryna', { status: 'VERIFIED', level: 'SIMPLIFIED', verifiedOn: '2026-02-03', expiresOn: null, documentKind: null }],
    ['taras', { status: 'NOT_VERIFIED', level: 'NONE', verifiedOn: null, expiresOn: null, documentKind: null }],
    ['bohdan', { status: 'EXPIRED', level: 'FULL', verifiedOn: '2020-09-30', expiresOn: '2025-09-30', documentKind: 'PASSPORT_BOOKLET' }],
  ] as const)('%s sees it', async (person, verification) => {
    const { data, errors } = await bank.ask(person, query);
    expect(errors).toEqual([]);
    expect(data.me.verification).toEqual(verification);
  });

  it('a customer of whom Cerberus has never heard is one who was never verified', async () => {
    const authorization = `Bearer ${await bank.issuer.token({ customerNumber: '999999999999999999' })}`;
    const { data, errors } = await bank.post(JSON.stringify({ query }), { authorization });
    expect(errors).toEqual([]);
    expect(data.me.verification).toEqual({ status: 'NOT_VERIFIED', level: 'NONE', verifiedOn: null, expiresOn: null, documentKind: null });
    expect(bank.cerberus.calls.count('GetVerificationStates')).toBe(1);
  });

  it('a possible match of screening cannot be told from none, by its owner or by the schema', async () => {
    const { data, text, errors } = await bank.ask('andriy', query);
    expect(errors).toEqual([]);
    expect(data.me.verification).toEqual({
      status: 'VERIFIED',
      level: 'FULL',
      verifiedOn: '2025-01-15',
      expiresOn: '2032-12-24',
      documentKind: 'ID_CARD',
    });
    expect(text).not.toMatch(/match|screen|sanction|PEP|list/i);
    const asked = await bank.ask('andriy', '{ me { verification { screening } } }');
    expect(asked.status).toBe(400);
  });

  it('is asked for once, however often a query names it, and by nobody without a token', async () => {
    await bank.ask('olena', '{ me { verification { status } again: verification { level } } }');
    expect(bank.cerberus.calls.count('GetVerificationStates')).toBe(1);
    const { data, errors } = await bank.post(JSON.stringify({ query }));
    expect(data.me).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(bank.cerberus.calls.count('GetVerificationStates')).toBe(1);
  });

  it('costs Cerberus nothing where nobody asks for it', async () => {
    await bank.ask('olena', '{ me { displayName } }');
    expect(bank.cerberus.calls.total()).toBe(0);
  });
});

describe('as the bank starts for a developer', () => {
  it('Cerberus is asked with a token of the realm that this very process serves', async () => {
    const standing = await startBankAtWork({
      PORTICO_PARTS: 'simulators,identity,subgraphs,gateway',
      IDENTITY_ISSUER: '',
      IDENTITY_JWKS_URL: '',
      CERBERUS_TOKEN_URL: '',
    });
    try {
      const authorization = `Bearer ${await logIn(standing.url, 'olena')}`;
      const asked = '{ me { verification { level } } billers(first: 1) { edges { node { id } } } }';
      const { data, errors } = await standing.post(JSON.stringify({ query: asked }), { authorization });
      expect(errors).toEqual([]);
      expect(data.me.verification).toEqual({ level: 'FULL' });
      expect(data.billers.edges).toHaveLength(1);
    } finally {
      await standing.stop();
    }
  });
});
