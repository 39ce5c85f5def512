import { z } from 'zod';
import type { Audit } from '#platform/audit/audit.ts';
import type { Database } from '#platform/database/database.ts';
import type { Transaction } from '#platform/database/transaction.ts';
import { BankError } from '#platform/errors.ts';
import type { EventDefinition } from '#platform/events/definition.ts';
import type { Journal } from '#platform/events/journal.ts';
import type { Idempotency } from '#platform/idempotency/idempotency.ts';
import { type Destination, type Payee, payeesMax } from './domain/payee.ts';
import { payeeCreated, payeeRemoved, payeeRenamed } from './events.ts';
import { keepKey } from './store/payee-keys.ts';
import {
  countPayees,
  erasePayee,
  findByDestination,
  findPayees,
  insertPayee,
  listPayees,
  lockPayeesOf,
  type PayeesQuery,
  updateName,
} from './store/payees.ts';
import type { Tables } from './store/tables.ts';

export interface PayeesOptions {
  readonly database: Database;
  readonly journal: Journal;
  readonly idempotency: Idempotency;
  readonly audit: Audit;
}

/** Who asks, under which key. */
export interface Caller {
  readonly customerNumber: string;
  /** 1 to 200 visible characters of ASCII. */
  readonly key: string;
  readonly traceId: string;
}

/** What came of it; told again under the same key. A refusal makes nothing, so it keeps no key and is looked at anew. */
export type PayeeAnswer =
  | { readonly kind: 'done'; readonly number: string }
  | { readonly kind: 'exists'; readonly number: string }
  | { readonly kind: 'limit' }
  | { readonly kind: 'not-found' };

export interface Payees {
  /** Each of the numbers given, whosever it is: the caller checks. Undefined where there is none. */
  find(numbers: readonly string[]): Promise<(Payee | undefined)[]>;
  list(query: PayeesQuery): Promise<Payee[]>;
  /** All three throw BAD_USER_INPUT for a key that belongs to another request. */
  create(caller: Caller, payee: { readonly name: string; readonly destination: Destination }): Promise<PayeeAnswer>;
  rename(caller: Caller, payee: { readonly number: string; readonly name: string }): Promise<PayeeAnswer>;
  remove(caller: Caller, payee: { readonly number: string }): Promise<PayeeAnswer>;
}

const keptAnswer = z.object({ number: z.string() });

interface Change {
  readonly operation: 'createPayee' | 'renamePayee' | 'removePayee';
  readonly action: 'payee.create' | 'payee.rename' | 'payee.remove';
  readonly event: EventDefinition<typeof payeeCreated.payload>;
  readonly input: unknown;
  /** Does it, while nobody else changes a payee of this customer. */
  readonly carryOut: (transaction: Transaction) => Promise<PayeeAnswer>;
}

export function createPayees({ database, journal, idempotency, audit }: PayeesOptions): Payees {
  const tables = () => database.tables<Tables>();

  /** Key, change, audit entry and event in one transaction: all of it is there, or nothing. */
  function once({ customerNumber, key, traceId }: Caller, { operation, action, event, input, carryOut }: Change): Promise<PayeeAnswer> {
    return database.transaction(async (transaction) => {
      const principal = `customer:${customerNumber}`;
      const claim = await idempotency.claim(transaction, { principal, key, operation, input });
      if (claim.kind === 'refused')
        throw new BankError('BAD_USER_INPUT', 'This idempotencyKey belongs to another request. Use a new one for each request.');
      if (claim.kind === 'answered') return { kind: 'done', ...keptAnswer.parse(claim.answer) };
      if (claim.kind === 'in-flight')
        throw new BankError('OUTCOME_UNKNOWN', 'This request is still being carried out. Ask again with the same idempotencyKey.');
      await lockPayeesOf(transaction, customerNumber);
      const answer = await carryOut(transaction);
      if (answer.kind !== 'done') {
        await idempotency.forget(transaction, [{ principal, key }]);
        return answer;
      }
      const { number } = answer;
      await keepKey(transaction, number, { principal, key });
      await idempotency.answer(transaction, { principal, key }, { number });
      await audit.record(transaction, { actor: principal, action, subject: `payee:${number}`, traceId });
      await journal.append(transaction, { event, subject: number, payload: { customerNumber }, traceId });
      return answer;
    });
  }

  /** The number, where it is one of a payee of this customer that is there. */
  async function isOwn(transaction: Transaction, customerNumber: string, number: string): Promise<boolean> {
    const [found] = await findPayees(transaction.tables<Tables>(), [number]);
    return found?.customerNumber === customerNumber;
  }

  return {
    find: (numbers) => findPayees(tables(), numbers),
    list: (query) => listPayees(tables(), query),
    create: (caller, { name, destination }) =>
      once(caller, {
        operation: 'createPayee',
        action: 'payee.create',
        event: payeeCreated,
        input: { name, destination },
        async carryOut(transaction) {
          const { customerNumber } = caller;
          const existing = await findByDestination(transaction.tables<Tables>(), customerNumber, destination);
          if (existing !== undefined) return { kind: 'exists', number: existing.number };
          if ((await countPayees(transaction.tables<Tables>(), customerNumber)) >= payeesMax) return { kind: 'limit' };
          return { kind: 'done', number: await insertPayee(transaction, { customerNumber, name, destination }) };
        },
      }),
    rename: (caller, { number, name }) =>
      once(caller, {
        operation: 'renamePayee',
        action: 'payee.rename',
        event: payeeRenamed,
        input: { number, name },
        async carryOut(transaction) {
          if (!(await isOwn(transaction, caller.customerNumber, number))) return { kind: 'not-found' };
          await updateName(transaction, number, name);
          return { kind: 'done', number };
        },
      }),
    remove: (caller, { number }) =>
      once(caller, {
        operation: 'removePayee',
        action: 'payee.remove',
        event: payeeRemoved,
        input: { number },
        async carryOut(transaction) {
          if (!(await isOwn(transaction, caller.customerNumber, number))) return { kind: 'not-found' };
          await erasePayee(transaction, number);
          return { kind: 'done', number };
        },
      }),
  };
}
