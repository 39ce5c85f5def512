import { fileURLToPath } from 'node:url';
import { WSSecurity } from 'soap';
import type { z } from 'zod';
import { BankError, LegacyUnreachable } from '../../platform/errors.ts';
import type { Call } from '../soap/call.ts';
import { inOrderOf, readAnswer } from '../soap/shapes.ts';
import { createSoapClient, SoapFault } from '../soap/soap-client.ts';
import { createTransport } from '../soap/transport.ts';
import type { CardChange, CardLimitRecord, CardProcessing, CardRecord, CardStatus } from './port.ts';
import * as wire from './wire.ts';

export interface CardProcessingOptions {
  readonly endpoint: string;
  readonly user: string;
  readonly password: string;
  /** The longest that one call may take, in milliseconds. */
  readonly deadlineMs: number;
}

const system = 'card-processing';
const wsdlPath = fileURLToPath(new URL('./wsdl/card-processing.wsdl', import.meta.url));
const answerBytesMax = 4 * 1024 * 1024;

const statuses: Record<z.infer<typeof wire.cardStatus>['code'], CardStatus> = {
  A: 'ACTIVE',
  L: 'LOCKED',
  B: 'BLOCKED_BY_BANK',
  X: 'EXPIRED',
  C: 'CLOSED',
};

/** The card-processing port over SOAP 1.2, each call signed by a WS-Security UsernameToken with a digest and a nonce of its own. */
export async function createCardProcessing(options: CardProcessingOptions): Promise<CardProcessing> {
  const { endpoint } = options;
  const transport = createTransport({ system, endpoint, deadlineMs: options.deadlineMs, answerBytesMax, connectionsMax: 64 });
  const token = new WSSecurity(options.user, options.password, { passwordType: 'PasswordDigest', hasNonce: true, hasTimeStamp: false });
  const client = await createSoapClient({ system, wsdlPath, endpoint, version: '1.2', transport, header: () => token.toXML() });

  async function ask<Shape extends z.ZodType>(operation: string, input: object, shape: Shape, call: Call): Promise<z.infer<Shape>> {
    try {
      return readAnswer(system, operation, shape, await client.call(operation, input, call));
    } catch (error) {
      if (!(error instanceof SoapFault) || wire.refusal.safeParse(error.detail).success) throw error;
      const code = error.subcode === undefined ? error.code : `${error.code}/${error.subcode}`;
      const hint = error.subcode === 'FailedAuthentication' ? ': check the user, the password and the clock' : '';
      throw new LegacyUnreachable(system, 'LEGACY_UNAVAILABLE', `${operation}: Fault ${code}${hint}`, { cause: error });
    }
  }

  async function change(operation: 'LockCard' | 'UnlockCard', cardToken: string, reference: string, call: Call): Promise<CardChange> {
    try {
      const { status } = await ask(operation, { cardToken, reference }, wire.changeResponse, call);
      const wanted = operation === 'LockCard' ? 'L' : 'A';
      if (status.cardToken !== cardToken || status.code !== wanted) {
        throw new LegacyUnreachable(system, 'LEGACY_MALFORMED', `${operation}: the answer is about something else`);
      }
      return { outcome: 'DONE', status: statuses[status.code] };
    } catch (error) {
      const refusal = error instanceof SoapFault ? wire.refusal.safeParse(error.detail) : undefined;
      if (refusal?.success) return { outcome: 'REFUSED', reason: refusal.data.Refusal.reason };
      if (error instanceof LegacyUnreachable && error.mayHaveArrived) throw outcomeUnknown(operation, error);
      throw error;
    }
  }

  return {
    async findCardsOfHolders(customerNumbers, call) {
      const { card } = await ask('GetCardsByHolders', { holderId: customerNumbers }, wire.cardsResponse, call);
      return grouped(customerNumbers, card.map(toCard), (found) => found.holderNumber);
    },
    async findCardsOfAccounts(accountNumbers, call) {
      const { card } = await ask('GetCardsByAccounts', { accountId: accountNumbers }, wire.cardsResponse, call);
      return grouped(accountNumbers, card.map(toCard), (found) => found.accountNumber);
    },
    async findCards(cardTokens, call) {
      const { card } = await ask('GetCards', { cardToken: cardTokens }, wire.cardsResponse, call);
      return inOrderOf(system, cardTokens, card, (found) => found.cardToken).map((found) => found && toCard(found));
    },
    async findStatuses(cardTokens, call) {
      const { status } = await ask('GetCardStatuses', { cardToken: cardTokens }, wire.statusesResponse, call);
      return inOrderOf(system, cardTokens, status, (found) => found.cardToken).map((found) => found && statuses[found.code]);
    },
    async findLimits(cardTokens, call) {
      const { limit } = await ask('GetCardLimits', { cardToken: cardTokens }, wire.limitsResponse, call);
      inOrderOf(system, [], limit, (found) => `${found.cardToken} ${found.kind}`);
      const byToken = Map.groupBy(limit, (found) => found.cardToken);
      return cardTokens.map((cardToken) => (byToken.get(cardToken) ?? []).map(toLimit).toSorted(byKind));
    },
    lockCard: (cardToken, reference, call) => change('LockCard', cardToken, reference, call),
    unlockCard: (cardToken, reference, call) => change('UnlockCard', cardToken, reference, call),
    close: () => transport.close(),
  };
}

function outcomeUnknown(operation: string, cause: LegacyUnreachable): BankError {
  return new BankError(
    'OUTCOME_UNKNOWN',
    'It is not known whether this was done. Ask for the status of the card, or try again: doing it twice changes nothing.',
    {
      cause,
      detail: `${operation}: ${cause.message}`,
    },
  );
}

/** Processing answers in an order of its own; within a group, cards stand by their tokens so that a list does not jump. */
function grouped(keys: readonly string[], cards: readonly CardRecord[], keyOf: (card: CardRecord) => string): CardRecord[][] {
  const byKey = Map.groupBy(cards, keyOf);
  return keys.map((key) => (byKey.get(key) ?? []).toSorted((a, b) => (BigInt(a.cardToken) < BigInt(b.cardToken) ? -1 : 1)));
}

function toCard(found: z.infer<typeof wire.anyCard>): CardRecord {
  const base = {
    cardToken: found.cardToken,
    maskedNumber: found.maskedPan.replace(/^(\d{4})(\d{2})\*{6}(\d{4})$/, '$1 $2•• •••• $3'),
    network: found.network,
    holderNumber: found.holderId,
    accountNumber: found.accountId,
    accountOwnerNumber: found.accountOwnerId,
    embossedName: found.embossedName ?? undefined,
    expiresOn: found.expires,
  };
  switch (found.kind) {
    case 'DEBIT':
      return { ...base, kind: 'DEBIT', contactless: found.contactless };
    case 'CREDIT':
      return { ...base, kind: 'CREDIT', creditLimit: found.creditLimit, paymentDueOn: found.paymentDueOn ?? undefined };
    case 'VIRTUAL':
      return { ...base, kind: 'VIRTUAL', singleUse: found.singleUse };
  }
}

function byKind(a: CardLimitRecord, b: CardLimitRecord): number {
  return wire.limitKinds.indexOf(a.kind) - wire.limitKinds.indexOf(b.kind);
}

function toLimit({ kind, limit, used }: z.infer<typeof wire.cardLimit>): CardLimitRecord {
  return { kind, limit, used };
}
