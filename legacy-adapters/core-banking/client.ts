import { AuthExpired, type LegacyFailure, LegacyRefused, LegacyUnreachable } from '#platform/errors.ts';
import { defaultLanguage, languages } from '#platform/language.ts';
import type { AdapterOptions } from '../kit/adapter-options.ts';
import type { Call, OperationPolicy } from '../kit/call.ts';
import { groupsInOrderOf, inOrderOf } from '../kit/in-order-of.ts';
import { inParallel } from '../kit/in-parallel.ts';
import { createLegacySystem } from '../kit/legacy-system.ts';
import { createPortValues } from '../kit/port-values.ts';
import { createSessionLogin, LoginRefused } from '../kit/sign-in/session-login.ts';
import type { Credentials } from '../kit/sign-in/sign-in.ts';
import type { SoapFault } from '../soap/fault.ts';
import { createSoapClient } from '../soap/soap-client.ts';
import { DocumentWriter } from '../xml/codec/document-writer.ts';
import type { OperationCodec } from '../xml/codec/element.ts';
import { elements, operations, schema } from './generated/operations.ts';
import type * as wire from './generated/types.ts';
import type { AccountKind, AccountRecord, CoreBanking, CustomerRecord, ExchangeRateRecord, StatementPage, StatementQuery } from './port.ts';
import { contradiction, statementRounds, toStatementEntry, toStatementPage, toStatementQuery } from './statements.ts';

export interface CoreBankingOptions extends AdapterOptions {
  readonly user: string;
  readonly password: string;
}

const name = 'core-banking';
const values = createPortValues(name);
const answerBytesMax = 6 * 1024 * 1024;
/** Of the places that the bulkhead has for everybody, one request gets so many. */
const roundsAtOnceMax = 8;

const done = 0;
const nobodyFound = 120;
const wrongPassword = 110;
const lockedOut = 111;
const coreInTrouble = 900;

const accountKinds: Record<string, AccountKind> = { CUR: 'CURRENT', CRD: 'CARD', SAV: 'SAVINGS', DEP: 'DEPOSIT', FOP: 'BUSINESS' };
interface Answered {
  readonly outcome: wire.Outcome;
}

/** What each operation does: all of them read, but for the two that the sign-in uses past the policies. */
const policies = {
  Login: 'read',
  Logout: 'read',
  GetCustomers: 'read',
  FindCustomerByPhone: 'read',
  FindCustomerByTaxNumber: 'read',
  GetAccountsByCustomers: 'read',
  GetAccounts: 'read',
  GetBalances: 'read',
  GetRequisites: 'read',
  GetStatements: 'read',
  GetStatementEntries: 'read',
  GetExchangeRates: 'read',
} as const satisfies Record<keyof typeof operations, OperationPolicy>;

/** The core-banking port over SOAP 1.1. The first call signs in. */
export async function createCoreBanking(options: CoreBankingOptions): Promise<CoreBanking> {
  const { endpoint, deadlineMs, user, password } = options;
  const signIn = createSessionLogin({ system: name, login, logout, loginDeadlineMs: deadlineMs, credentials, secrets: [password] });
  const system = createLegacySystem({
    name,
    endpoint,
    deadlineMs,
    signIn,
    transport: { answerBytesMax },
    policies: options.policies ?? {},
    metrics: options.metrics,
  });
  const client = createSoapClient({ system, version: '1.1', schema, operations, policies, faultOf });

  async function login(call: Call): Promise<string> {
    const { outcome, sessionId } = await client.attempt(operations.Login, { user, password }, call, { secrets: [password] });
    if (outcome.resultCode === wrongPassword || outcome.resultCode === lockedOut) throw new LoginRefused(`result ${outcome.resultCode}`);
    refuseUnless([done], outcome.resultCode);
    if (!sessionId) throw new LegacyUnreachable(name, 'UPSTREAM_MALFORMED', 'Login: no session id');
    return sessionId;
  }

  async function logout(session: string, call: Call): Promise<void> {
    await client.attempt(operations.Logout, {}, call, credentials(session));
  }

  /** One operation in a session; any result code but 0 and those `expected` is a refusal. */
  function ask<Input, Output extends Answered>(
    operation: OperationCodec<Input, Output>,
    input: Input,
    call: Call,
    expected: readonly number[] = [],
  ): Promise<Output> {
    return client.call(operation, input, call, (answer) => {
      refuseUnless([done, ...expected], answer.outcome.resultCode);
      return answer;
    });
  }

  return {
    async findCustomers(numbers, call) {
      const { customer } = await ask(operations.GetCustomers, { customerId: numbers }, call);
      return inOrderOf(name, numbers, customer, (found) => found.customerId).map((found) => found && toCustomer(found));
    },
    async findCustomerByPhone(phone, call) {
      const { outcome, customer } = await ask(operations.FindCustomerByPhone, { phone }, call, [nobodyFound]);
      if (customer && (customer.phone !== phone || outcome.resultCode === nobodyFound)) throw contradiction('about another phone');
      return customer ? toCustomer(customer) : undefined;
    },
    async findCustomerByTaxNumber(taxNumber, call) {
      const { outcome, customer } = await ask(operations.FindCustomerByTaxNumber, { taxNumber }, call, [nobodyFound]);
      if (customer && (customer.taxNumber !== taxNumber || outcome.resultCode === nobodyFound))
        throw contradiction('about another tax number');
      return customer ? toCustomer(customer) : undefined;
    },
    async findAccountsOfCustomers(numbers, call) {
      const { account } = await ask(operations.GetAccountsByCustomers, { customerId: numbers }, call);
      return groupsInOrderOf(name, numbers, account, (found) => found.customerId).map((found) =>
        found.map(toAccount).sort(byAccountNumber),
      );
    },
    async findAccounts(numbers, call) {
      const { account } = await ask(operations.GetAccounts, { accountId: numbers }, call);
      return inOrderOf(name, numbers, account, (found) => found.accountId).map((found) => found && toAccount(found));
    },
    async findBalances(numbers, call) {
      const { balance } = await ask(operations.GetBalances, { accountId: numbers }, call);
      return inOrderOf(name, numbers, balance, (found) => found.accountId).map(
        (found) =>
          found && {
            booked: { amount: found.booked, currency: found.currency },
            available: { amount: found.available, currency: found.currency },
          },
      );
    },
    async findBankDetails(numbers, call) {
      const { requisites } = await ask(operations.GetRequisites, { accountId: numbers }, call);
      return inOrderOf(name, numbers, requisites, (found) => found.accountId).map(
        (found) =>
          found && {
            iban: values.matching(found.iban, /^UA\d{27}$/, 'iban'),
            bankName: found.bankName,
            bankCode: found.bankCode,
            bic: found.bic ?? undefined,
            recipientName: found.recipientName,
            recipientTaxNumber: found.recipientTaxNumber ?? undefined,
          },
      );
    },
    async findStatements(queries, call) {
      const rounds = statementRounds(queries);
      const pages = new Map<StatementQuery, StatementPage>();
      await inParallel(rounds, roundsAtOnceMax, async (round) => {
        const { page } = await ask(operations.GetStatements, { query: round.map(toStatementQuery) }, call);
        const found = inOrderOf(
          name,
          round.map((query) => query.accountNumber),
          page,
          (answered) => answered.accountId,
        );
        found.forEach((answered, index) => {
          const query = round[index];
          if (query && answered) pages.set(query, toStatementPage(answered, query));
        });
      });
      return queries.map((query) => pages.get(query));
    },
    async findStatementEntries(numbers, call) {
      const { found } = await ask(operations.GetStatementEntries, { entryId: numbers }, call);
      return inOrderOf(name, numbers, found, ({ entry }) => entry.entryId).map(
        (one) => one && { accountNumber: values.id(one.accountId, 'accountId'), entry: toStatementEntry(one.entry) },
      );
    },
    async findExchangeRates(call) {
      const { rate } = await ask(operations.GetExchangeRates, {}, call);
      return rate.map(toExchangeRate);
    },
    close: () => system.close(),
  };
}

function faultOf(fault: SoapFault, operation: string): LegacyFailure | undefined {
  // The core looks at the session before it looks at anything else.
  return fault.code === 'Client.SessionExpired' ? new AuthExpired(name, `${operation}: no session`, { mayHaveArrived: false }) : undefined;
}

function credentials(session: string): Credentials {
  const writer = new DocumentWriter();
  elements.SessionHeader.write(writer, { sessionId: session });
  return { soapHeader: writer.toString() };
}

function refuseUnless(accepted: readonly number[], resultCode: number): void {
  if (accepted.includes(resultCode)) return;
  if (resultCode >= coreInTrouble) throw new LegacyUnreachable(name, 'UPSTREAM_UNAVAILABLE', `result ${resultCode}`);
  throw new LegacyRefused(name, String(resultCode));
}

function byAccountNumber(a: AccountRecord, b: AccountRecord): number {
  return a.accountNumber.length - b.accountNumber.length || (a.accountNumber < b.accountNumber ? -1 : 1);
}

function toCustomer(found: wire.Customer): CustomerRecord {
  return {
    customerNumber: values.id(found.customerId, 'customerId'),
    lastName: found.lastName,
    firstName: found.firstName,
    middleName: found.middleName ?? undefined,
    phone: found.phone ?? undefined,
    language: languages.find((language) => language === found.languageCode.toLowerCase()) ?? defaultLanguage,
  };
}

function toAccount(found: wire.Account): AccountRecord {
  return {
    accountNumber: values.id(found.accountId, 'accountId'),
    customerNumber: values.id(found.customerId, 'customerId'),
    kind: accountKinds[found.productCode] ?? 'OTHER',
    name: found.productName,
    currency: found.currency,
    openedOn: values.date(found.openedOn, 'openedOn'),
    closedOn: found.closedOn === null ? undefined : values.date(found.closedOn, 'closedOn'),
  };
}

function toExchangeRate({ currency, quoteCurrency, units, buy, sell, setAt }: wire.ExchangeRate): ExchangeRateRecord {
  if (units < 1) throw new LegacyUnreachable(name, 'UPSTREAM_MALFORMED', 'a rate is for less than one unit');
  return { currency, quoteCurrency, units, buy, sell, setAt: values.moment(setAt, 'setAt') };
}
