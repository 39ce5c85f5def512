import { type LegacyFailure, LegacyRefused, LegacyUnreachable } from '#platform/errors.ts';
import type { AdapterOptions } from '../kit/adapter-options.ts';
import type { Amount } from '../kit/amount.ts';
import type { Call, OperationPolicy } from '../kit/call.ts';
import { groupsInOrderOf, inOrderOf } from '../kit/in-order-of.ts';
import { createLegacySystem } from '../kit/legacy-system.ts';
import { createPortValues } from '../kit/port-values.ts';
import { SoapFault } from '../soap/fault.ts';
import { createUsernameToken } from '../soap/sign-in/username-token.ts';
import { createSoapClient } from '../soap/soap-client.ts';
import type { OperationCodec } from '../xml/codec/element.ts';
import { elements, operations, schema } from './generated/operations.ts';
import type * as wire from './generated/types.ts';
import type { CardChange, CardLimitKind, CardLimitPeriod, CardLimitRecord, CardProcessing, CardRecord, CardStatus } from './port.ts';

export interface CardProcessingOptions extends AdapterOptions {
  readonly user: string;
  readonly password: string;
}

const name = 'card-processing';
const answerBytesMax = 4 * 1024 * 1024;

/** In the order in which people read them. */
const limitKinds: Record<wire.CardLimit['kind'], { readonly kind: CardLimitKind; readonly period: CardLimitPeriod }> = {
  CASH_DAY: { kind: 'CASH_WITHDRAWAL', period: 'DAY' },
  PURCHASE_DAY: { kind: 'IN_STORE_PURCHASE', period: 'DAY' },
  ONLINE_DAY: { kind: 'ONLINE_PURCHASE', period: 'DAY' },
  TRANSFER_MONTH: { kind: 'TRANSFER', period: 'MONTH' },
};
const maskedPan = /^(\d{4})(\d{2})\*{6}(\d{4})$/;
const values = createPortValues(name);

const statuses: Record<wire.StatusCode, CardStatus> = {
  A: 'ACTIVE',
  L: 'LOCKED',
  B: 'BLOCKED_BY_BANK',
  X: 'EXPIRED',
  C: 'CLOSED',
};

/** What each operation does. */
const policies = {
  GetCardsByHolders: 'read',
  GetCardsByAccounts: 'read',
  GetCards: 'read',
  GetCardStatuses: 'read',
  GetCardLimits: 'read',
  LockCard: 'change',
  UnlockCard: 'change',
} as const satisfies Record<keyof typeof operations, OperationPolicy>;

/** The card-processing port over SOAP 1.2, each call signed by a WS-Security UsernameToken with a digest and a nonce of its own. */
export async function createCardProcessing(options: CardProcessingOptions): Promise<CardProcessing> {
  const { endpoint, deadlineMs, user, password } = options;
  const signIn = createUsernameToken({ system: name, user, password });
  const system = createLegacySystem({
    name,
    endpoint,
    deadlineMs,
    signIn,
    transport: { answerBytesMax },
    policies: options.policies ?? {},
    metrics: options.metrics,
  });
  const client = createSoapClient({ system, version: '1.2', schema, operations, policies, faultOf });
  const ask = client.call;

  async function change(
    operation: OperationCodec<wire.LockCard, wire.LockCardResponse>,
    wanted: wire.StatusCode,
    cardToken: string,
    reference: string,
    call: Call,
  ): Promise<CardChange> {
    try {
      return await client.call(operation, { cardToken, reference }, call, ({ status }) => {
        if (status.cardToken === cardToken && status.code === wanted) return { outcome: 'DONE', status: statuses[status.code] };
        throw new LegacyUnreachable(name, 'UPSTREAM_MALFORMED', `${operation.name}: the answer is about something else`);
      });
    } catch (error) {
      const refusal =
        error instanceof LegacyRefused && error.cause instanceof SoapFault ? error.cause.detailOf(elements.Refusal) : undefined;
      if (refusal === undefined) throw error;
      return { outcome: 'REFUSED', reason: refusal.reason };
    }
  }

  return {
    async findCardsOfHolders(customerNumbers, call) {
      const { card } = await ask(operations.GetCardsByHolders, { holderId: customerNumbers }, call);
      return grouped(customerNumbers, card.map(toCard), (found) => found.holderNumber);
    },
    async findCardsOfAccounts(accountNumbers, call) {
      const { card } = await ask(operations.GetCardsByAccounts, { accountId: accountNumbers }, call);
      return grouped(accountNumbers, card.map(toCard), (found) => found.accountNumber);
    },
    async findCards(cardTokens, call) {
      const { card } = await ask(operations.GetCards, { cardToken: cardTokens }, call);
      return inOrderOf(name, cardTokens, card, (found) => found.cardToken).map((found) => found && toCard(found));
    },
    async findStatuses(cardTokens, call) {
      const { status } = await ask(operations.GetCardStatuses, { cardToken: cardTokens }, call);
      return inOrderOf(name, cardTokens, status, (found) => found.cardToken).map((found) => found && statuses[found.code]);
    },
    async findLimits(cardTokens, call) {
      const { limit } = await ask(operations.GetCardLimits, { cardToken: cardTokens }, call);
      return groupsInOrderOf(name, cardTokens, limit, (found) => found.cardToken).map((found) => {
        const kinds = [...new Set(found.map(({ kind }) => kind))];
        // Two limits of one kind contradict each other.
        inOrderOf(name, kinds, found, ({ kind }) => kind);
        return found.toSorted(byKind).map(toLimit);
      });
    },
    lockCard: (cardToken, reference, call) => change(operations.LockCard, 'L', cardToken, reference, call),
    unlockCard: (cardToken, reference, call) => change(operations.UnlockCard, 'A', cardToken, reference, call),
    close: () => system.close(),
  };
}

/** Processing's one declared Fault: it refused, and did nothing. */
function faultOf(fault: SoapFault): LegacyFailure | undefined {
  const refusal = fault.detailOf(elements.Refusal);
  return refusal && new LegacyRefused(name, refusal.reason, { cause: fault });
}

/** Processing answers in an order of its own; within a group, cards stand by their tokens so that a list does not jump. */
function grouped(keys: readonly string[], cards: readonly CardRecord[], keyOf: (card: CardRecord) => string): CardRecord[][] {
  return groupsInOrderOf(name, keys, cards, keyOf).map((found) =>
    found.toSorted((a, b) => (BigInt(a.cardToken) < BigInt(b.cardToken) ? -1 : 1)),
  );
}

function toCard(found: wire.AnyCard): CardRecord {
  const pan = values.matching(found.maskedPan, maskedPan, 'maskedPan');
  const base = {
    cardToken: values.id(found.cardToken, 'cardToken'),
    maskedNumber: pan.replace(maskedPan, '$1 $2•• •••• $3'),
    lastFour: pan.replace(maskedPan, '$3'),
    network: found.network,
    holderNumber: values.id(found.holderId, 'holderId'),
    accountNumber: values.id(found.accountId, 'accountId'),
    accountOwnerNumber: values.id(found.accountOwnerId, 'accountOwnerId'),
    embossedName: found.embossedName ?? undefined,
    expiresOn: values.matching(found.expires, /^\d{4}-\d\d$/, 'expires'),
  };
  switch (found.$type) {
    case 'DebitCard':
      return { ...base, kind: 'DEBIT', contactless: found.contactless };
    case 'CreditCard':
      return {
        ...base,
        kind: 'CREDIT',
        creditLimit: toAmount(found.creditLimit),
        paymentDueOn: found.paymentDueOn === null ? undefined : values.date(found.paymentDueOn, 'paymentDueOn'),
      };
    case 'VirtualCard':
      return { ...base, kind: 'VIRTUAL', singleUse: found.singleUse };
  }
}

function byKind(a: wire.CardLimit, b: wire.CardLimit): number {
  const order = Object.keys(limitKinds);
  return order.indexOf(a.kind) - order.indexOf(b.kind);
}

function toLimit({ kind, limit, used }: wire.CardLimit): CardLimitRecord {
  if (limit.currency !== used.currency) throw new LegacyUnreachable(name, 'UPSTREAM_MALFORMED', 'a limit in two currencies');
  return { ...limitKinds[kind], limit: toAmount(limit), used: toAmount(used) };
}

function toAmount({ value, currency }: wire.Amount): Amount {
  return { amount: value, currency };
}
