import { createDeadline } from '../../platform/deadline.ts';
import { LegacyRefused, LegacyUnreachable } from '../../platform/errors.ts';
import type { Call } from '../soap/call.ts';
import { DocumentWriter } from '../soap/codec/document-writer.ts';
import type { OperationCodec } from '../soap/codec/element.ts';
import { SoapFault } from '../soap/fault.ts';
import { inOrderOf } from '../soap/in-order-of.ts';
import { createPortValues } from '../soap/port-values.ts';
import { createSessionSignIn, SessionExpired, SignInRefused } from '../soap/session-sign-in.ts';
import { createSoapClient } from '../soap/soap-client.ts';
import { createTransport } from '../soap/transport.ts';
import { elements, operations, schema } from './generated/operations.ts';
import type * as wire from './generated/types.ts';
import type {
  AccountKind,
  AccountRecord,
  CoreBanking,
  CustomerRecord,
  ExchangeRateRecord,
  Language,
  StatementPage,
  StatementQuery,
} from './port.ts';

export interface CoreBankingOptions {
  readonly endpoint: string;
  readonly user: string;
  readonly password: string;
  /** The longest that one call may take, in milliseconds. */
  readonly deadlineMs: number;
}

const system = 'core-banking';
const values = createPortValues(system);
const answerBytesMax = 6 * 1024 * 1024;

const done = 0;
const nobodyFound = 120;
const wrongPassword = 110;
const lockedOut = 111;
const coreInTrouble = 900;

const accountKinds: Record<string, AccountKind> = { CUR: 'CURRENT', CRD: 'CARD', SAV: 'SAVINGS', DEP: 'DEPOSIT', FOP: 'BUSINESS' };
const languages: Record<string, Language> = { uk: 'uk', en: 'en', ru: 'ru' };

interface Answered {
  readonly outcome: wire.Outcome;
}

/** The core-banking port over SOAP 1.1. The first call signs in. */
export async function createCoreBanking(options: CoreBankingOptions): Promise<CoreBanking> {
  const transport = createTransport({
    system,
    endpoint: options.endpoint,
    deadlineMs: options.deadlineMs,
    answerBytesMax,
    connectionsMax: 64,
  });
  const client = createSoapClient({ system, version: '1.1', transport, schema });
  const signIn = createSessionSignIn({ system, login, loginDeadlineMs: options.deadlineMs, refusedPauseMs: 30_000 });

  async function login(call: Call): Promise<string> {
    const { user, password } = options;
    const answer = await exchange(operations.Login, { user, password }, call, undefined);
    const { resultCode } = answer.outcome;
    if (resultCode === wrongPassword || resultCode === lockedOut) throw new SignInRefused(`result ${resultCode}`);
    refuseUnless([done], resultCode);
    if (!answer.sessionId) throw new LegacyUnreachable(system, 'LEGACY_MALFORMED', 'Login: no session id');
    return answer.sessionId;
  }

  async function exchange<Input, Output>(
    operation: OperationCodec<Input, Output>,
    input: Input,
    call: Call,
    session: string | undefined,
  ): Promise<Output> {
    try {
      return await client.call(operation, input, call, sessionHeader(session));
    } catch (error) {
      if (!(error instanceof SoapFault)) throw error;
      if (error.code === 'Client.SessionExpired') throw new SessionExpired();
      throw new LegacyUnreachable(system, 'LEGACY_UNAVAILABLE', `${operation.name}: Fault ${error.code}`, { cause: error });
    }
  }

  /** One operation in the shared session; any result code but 0 and those `expected` is a refusal. */
  function ask<Input, Output extends Answered>(
    operation: OperationCodec<Input, Output>,
    input: Input,
    call: Call,
    expected: readonly number[] = [],
  ): Promise<Output> {
    return signIn.run(call, async (session) => {
      const answer = await exchange(operation, input, call, session);
      refuseUnless([done, ...expected], answer.outcome.resultCode);
      return answer;
    });
  }

  return {
    async findCustomers(numbers, call) {
      const { customer } = await ask(operations.GetCustomers, { customerId: numbers }, call);
      return inOrderOf(system, numbers, customer, (found) => found.customerId).map((found) => found && toCustomer(found));
    },
    async findCustomerByPhone(phone, call) {
      const { customer } = await ask(operations.FindCustomerByPhone, { phone }, call, [nobodyFound]);
      return customer ? toCustomer(customer) : undefined;
    },
    async findCustomerByTaxNumber(taxNumber, call) {
      const { customer } = await ask(operations.FindCustomerByTaxNumber, { taxNumber }, call, [nobodyFound]);
      return customer ? toCustomer(customer) : undefined;
    },
    async findAccountsOfCustomers(numbers, call) {
      const { account } = await ask(operations.GetAccountsByCustomers, { customerId: numbers }, call);
      const ofCustomer = Map.groupBy(account, (found) => found.customerId);
      return numbers.map((number) => (ofCustomer.get(number) ?? []).map(toAccount).sort(byAccountNumber));
    },
    async findAccounts(numbers, call) {
      const { account } = await ask(operations.GetAccounts, { accountId: numbers }, call);
      return inOrderOf(system, numbers, account, (found) => found.accountId).map((found) => found && toAccount(found));
    },
    async findBalances(numbers, call) {
      const { balance } = await ask(operations.GetBalances, { accountId: numbers }, call);
      return inOrderOf(system, numbers, balance, (found) => found.accountId).map(
        (found) =>
          found && {
            booked: { amount: found.booked, currency: found.currency },
            available: { amount: found.available, currency: found.currency },
          },
      );
    },
    async findRequisites(numbers, call) {
      const { requisites } = await ask(operations.GetRequisites, { accountId: numbers }, call);
      return inOrderOf(system, numbers, requisites, (found) => found.accountId).map(
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
      // The core answers by account, so an account that is asked for in two ways needs two calls.
      const rounds = distinctRounds(queries, (query) => query.accountNumber);
      const pages = new Map<StatementQuery, StatementPage>();
      for (const round of rounds) {
        const { page } = await ask(operations.GetStatements, { query: round.map(toStatementQuery) }, call);
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
    async findExchangeRates(call) {
      const { rate } = await ask(operations.GetExchangeRates, {}, call);
      return rate.map(toExchangeRate);
    },
    async close() {
      const session = signIn.release();
      const call = { deadline: createDeadline(1_000), traceId: 'close' };
      if (session !== undefined) await exchange(operations.Logout, {}, call, session).catch(() => undefined);
      await transport.close();
    },
  };
}

function sessionHeader(session: string | undefined): string {
  if (session === undefined) return '';
  const writer = new DocumentWriter();
  elements.SessionHeader.write(writer, { sessionId: session });
  return writer.toString();
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

function toCustomer(found: wire.Customer): CustomerRecord {
  return {
    customerNumber: values.id(found.customerId, 'customerId'),
    lastName: found.lastName,
    firstName: found.firstName,
    middleName: found.middleName ?? undefined,
    phone: found.phone ?? undefined,
    language: languages[found.languageCode.toLowerCase()] ?? 'uk',
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

function toStatementQuery({ accountNumber, filter, afterEntry, pageSize }: StatementQuery): wire.StatementQuery {
  return {
    accountId: accountNumber,
    postedFrom: filter.postedFrom,
    postedTo: filter.postedTo,
    amountFrom: filter.amountFrom,
    amountTo: filter.amountTo,
    text: filter.text,
    afterEntryId: afterEntry,
    pageSize,
  };
}

function toStatementPage(page: wire.StatementPage): StatementPage {
  return {
    hasMore: page.hasMore,
    entries: page.entry.map((entry) => ({
      entryNumber: values.id(entry.entryId, 'entryId'),
      postedOn: values.date(entry.postedOn, 'postedOn'),
      bookedAt: values.moment(entry.bookedAt, 'bookedAt'),
      amount: { amount: entry.amount, currency: entry.currency },
      balanceAfter: { amount: entry.balanceAfter, currency: entry.currency },
      description: entry.description,
      counterparty: entry.counterparty ?? undefined,
    })),
  };
}

function toExchangeRate({ currency, quoteCurrency, units, buy, sell, setAt }: wire.ExchangeRate): ExchangeRateRecord {
  if (units < 1) throw new LegacyUnreachable(system, 'LEGACY_MALFORMED', 'a rate is for less than one unit');
  return { currency, quoteCurrency, units, buy, sell, setAt: values.moment(setAt, 'setAt') };
}
