import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { createDeadline } from '../../platform/deadline.ts';
import { LegacyRefused, LegacyUnreachable } from '../../platform/errors.ts';
import type { Call } from '../soap/call.ts';
import { escapeXml } from '../soap/plain-xml.ts';
import { createSessionSignIn, SessionExpired, SignInRefused } from '../soap/session-sign-in.ts';
import { inOrderOf, readAnswer } from '../soap/shapes.ts';
import { createSoapClient, SoapFault } from '../soap/soap-client.ts';
import { createTransport } from '../soap/transport.ts';
import type { AccountKind, AccountRecord, CoreBanking, CustomerRecord, Language, StatementPage, StatementQuery } from './port.ts';
import * as wire from './wire.ts';

export interface CoreBankingOptions {
  readonly endpoint: string;
  readonly user: string;
  readonly password: string;
  /** The longest that one call may take, in milliseconds. */
  readonly deadlineMs: number;
}

const system = 'core-banking';
const namespace = 'urn:portico:core-banking:v1';
const wsdlPath = fileURLToPath(new URL('./wsdl/core-banking.wsdl', import.meta.url));
const answerBytesMax = 6 * 1024 * 1024;

const done = 0;
const nobodyFound = 120;
const wrongPassword = 110;
const lockedOut = 111;
const coreInTrouble = 900;

const accountKinds: Record<string, AccountKind> = { CUR: 'CURRENT', CRD: 'CARD', SAV: 'SAVINGS', DEP: 'DEPOSIT', FOP: 'BUSINESS' };
const languages: Record<string, Language> = { uk: 'uk', en: 'en', ru: 'ru' };

type Answered = z.ZodType<{ outcome: { resultCode: number } }>;

/** The core-banking port over SOAP 1.1. Reads the WSDL from disk; the first call signs in. */
export async function createCoreBanking(options: CoreBankingOptions): Promise<CoreBanking> {
  const transport = createTransport({
    system,
    endpoint: options.endpoint,
    deadlineMs: options.deadlineMs,
    answerBytesMax,
    connectionsMax: 64,
  });
  const client = await createSoapClient({ system, wsdlPath, endpoint: options.endpoint, version: '1.1', transport, header: sessionHeader });
  const signIn = createSessionSignIn({ system, login, loginDeadlineMs: options.deadlineMs, refusedPauseMs: 30_000 });

  async function login(call: Call): Promise<string> {
    const { user, password } = options;
    const answer = await exchange('Login', { user, password }, wire.loginResponse, call, undefined);
    const { resultCode } = answer.outcome;
    if (resultCode === wrongPassword || resultCode === lockedOut) throw new SignInRefused(`result ${resultCode}`);
    refuseUnless([done], resultCode);
    if (!answer.sessionId) throw new LegacyUnreachable(system, 'LEGACY_MALFORMED', 'Login: no session id');
    return answer.sessionId;
  }

  async function exchange<Shape extends Answered>(operation: string, input: object, shape: Shape, call: Call, session: string | undefined) {
    try {
      return readAnswer(system, operation, shape, await client.call(operation, input, call, session));
    } catch (error) {
      if (!(error instanceof SoapFault)) throw error;
      if (error.code === 'Client.SessionExpired') throw new SessionExpired();
      throw new LegacyUnreachable(system, 'LEGACY_UNAVAILABLE', `${operation}: Fault ${error.code}`, { cause: error });
    }
  }

  /** One operation in the shared session; any result code but 0 and those `expected` is a refusal. */
  function ask<Shape extends Answered>(operation: string, input: object, shape: Shape, call: Call, expected: readonly number[] = []) {
    return signIn.run(call, async (session) => {
      const answer = await exchange(operation, input, shape, call, session);
      refuseUnless([done, ...expected], answer.outcome.resultCode);
      return answer;
    });
  }

  return {
    async findCustomers(numbers, call) {
      const { customer } = await ask('GetCustomers', { customerId: numbers }, wire.customersResponse, call);
      return inOrderOf(system, numbers, customer, (found) => found.customerId).map((found) => found && toCustomer(found));
    },
    async findCustomerByPhone(phone, call) {
      const { customer } = await ask('FindCustomerByPhone', { phone }, wire.customerResponse, call, [nobodyFound]);
      return customer ? toCustomer(customer) : undefined;
    },
    async findCustomerByTaxNumber(taxNumber, call) {
      const { customer } = await ask('FindCustomerByTaxNumber', { taxNumber }, wire.customerResponse, call, [nobodyFound]);
      return customer ? toCustomer(customer) : undefined;
    },
    async findAccountsOfCustomers(numbers, call) {
      const { account } = await ask('GetAccountsByCustomers', { customerId: numbers }, wire.accountsResponse, call);
      const ofCustomer = Map.groupBy(account, (found) => found.customerId);
      return numbers.map((number) => (ofCustomer.get(number) ?? []).map(toAccount).sort(byAccountNumber));
    },
    async findAccounts(numbers, call) {
      const { account } = await ask('GetAccounts', { accountId: numbers }, wire.accountsResponse, call);
      return inOrderOf(system, numbers, account, (found) => found.accountId).map((found) => found && toAccount(found));
    },
    async findBalances(numbers, call) {
      const { balance } = await ask('GetBalances', { accountId: numbers }, wire.balancesResponse, call);
      return inOrderOf(system, numbers, balance, (found) => found.accountId).map(
        (found) =>
          found && {
            booked: { amount: found.booked, currency: found.currency },
            available: { amount: found.available, currency: found.currency },
          },
      );
    },
    async findRequisites(numbers, call) {
      const { requisites } = await ask('GetRequisites', { accountId: numbers }, wire.requisitesResponse, call);
      return inOrderOf(system, numbers, requisites, (found) => found.accountId).map(
        (found) =>
          found && {
            iban: found.iban,
            bankName: found.bankName,
            bankCode: found.bankCode,
            bic: found.bic ?? undefined,
            recipientName: found.recipientName,
            recipientTaxNumber: found.recipientTaxNumber ?? undefined,
          },
      );
    },
    async findStatements(queries, call) {
      // The core answers by account, so an account that is asked for in two ways needs two calls.
      const rounds = distinctRounds(queries, (query) => query.accountNumber);
      const pages = new Map<StatementQuery, StatementPage>();
      for (const round of rounds) {
        const { page } = await ask('GetStatements', { query: round.map(toStatementQuery) }, wire.statementsResponse, call);
        const found = inOrderOf(
          system,
          round.map((query) => query.accountNumber),
          page,
          (answered) => answered.accountId,
        );
        found.forEach((answered, index) => {
          const query = round[index];
          if (query && answered) pages.set(query, toStatementPage(answered));
        });
      }
      return queries.map((query) => pages.get(query));
    },
    async close() {
      const session = signIn.release();
      const call = { deadline: createDeadline(1_000), traceId: 'close' };
      if (session !== undefined) await exchange('Logout', {}, wire.logoutResponse, call, session).catch(() => undefined);
      await transport.close();
    },
  };
}

function sessionHeader(session: string | undefined): string {
  if (session === undefined) return '';
  return `<SessionHeader xmlns="${namespace}"><sessionId>${escapeXml(session)}</sessionId></SessionHeader>`;
}

function refuseUnless(accepted: readonly number[], resultCode: number): void {
  if (accepted.includes(resultCode)) return;
  if (resultCode >= coreInTrouble) throw new LegacyUnreachable(system, 'LEGACY_UNAVAILABLE', `result ${resultCode}`);
  throw new LegacyRefused(system, String(resultCode));
}

function distinctRounds<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const rounds: Item[][] = [];
  const seen = new Map<string, number>();
  for (const item of items) {
    const round = seen.get(keyOf(item)) ?? 0;
    seen.set(keyOf(item), round + 1);
    const members = rounds[round];
    if (members === undefined) rounds.push([item]);
    else members.push(item);
  }
  return rounds;
}

function byAccountNumber(a: AccountRecord, b: AccountRecord): number {
  return a.accountNumber.length - b.accountNumber.length || (a.accountNumber < b.accountNumber ? -1 : 1);
}

function toCustomer(found: z.infer<typeof wire.customer>): CustomerRecord {
  return {
    customerNumber: found.customerId,
    lastName: found.lastName,
    firstName: found.firstName,
    middleName: found.middleName ?? undefined,
    phone: found.phone ?? undefined,
    language: languages[found.languageCode.toLowerCase()] ?? 'uk',
  };
}

function toAccount(found: z.infer<typeof wire.account>): AccountRecord {
  return {
    accountNumber: found.accountId,
    customerNumber: found.customerId,
    kind: accountKinds[found.productCode] ?? 'OTHER',
    name: found.productName,
    currency: found.currency,
    openedOn: found.openedOn,
    closedOn: found.closedOn ?? undefined,
  };
}

function toStatementQuery({ accountNumber, filter, afterEntry, pageSize }: StatementQuery) {
  const query = {
    accountId: accountNumber,
    postedFrom: filter.postedFrom,
    postedTo: filter.postedTo,
    amountFrom: filter.amountFrom,
    amountTo: filter.amountTo,
    text: filter.text,
    afterEntryId: afterEntry,
    pageSize,
  };
  // node-soap writes an element for a key whose value is undefined.
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

function toStatementPage(page: z.infer<typeof wire.page>): StatementPage {
  return {
    hasMore: page.hasMore,
    entries: page.entry.map((entry) => ({
      entryNumber: entry.entryId,
      postedOn: entry.postedOn,
      bookedAt: entry.bookedAt,
      amount: { amount: entry.amount, currency: entry.currency },
      balanceAfter: { amount: entry.balanceAfter, currency: entry.currency },
      description: entry.description,
      counterparty: entry.counterparty ?? undefined,
    })),
  };
}
