import { z } from 'zod';
import { boolean, currency, date, decimal, legacyId, list, text } from '../soap/shapes.ts';

/** The answers of card-processing.wsdl, in processing's own words. `soap.ts` puts them into the domain's. */

const amount = z
  .object({ attributes: z.object({ currency }), $value: decimal })
  .transform(({ attributes, $value }) => ({ amount: $value, currency: attributes.currency }));

const card = {
  cardToken: legacyId,
  maskedPan: z.string().regex(/^\d{6}\*{6}\d{4}$/),
  network: z.enum(['VISA', 'MASTERCARD', 'PROSTIR']),
  holderId: legacyId,
  accountId: legacyId,
  accountOwnerId: legacyId,
  embossedName: text.nullish(),
  expires: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/),
};

/** `Card` is abstract: xsi:type, whatever its prefix, says which kind an element is. */
const xsiType = (name: string) => z.object({ 'xsi:type': z.string().regex(new RegExp(`^(?:[\\w.-]+:)?${name}$`)) });

export const anyCard = z.union([
  z
    .object({ ...card, attributes: xsiType('DebitCard'), contactless: boolean })
    .transform((found) => ({ ...found, kind: 'DEBIT' as const })),
  z
    .object({ ...card, attributes: xsiType('CreditCard'), creditLimit: amount, paymentDueOn: date.nullish() })
    .transform((found) => ({ ...found, kind: 'CREDIT' as const })),
  z
    .object({ ...card, attributes: xsiType('VirtualCard'), singleUse: boolean })
    .transform((found) => ({ ...found, kind: 'VIRTUAL' as const })),
]);
export const cardsResponse = z.object({ card: list(anyCard) });

export const cardStatus = z.object({ cardToken: legacyId, code: z.enum(['A', 'L', 'B', 'X', 'C']) });
export const statusesResponse = z.object({ status: list(cardStatus) });
export const changeResponse = z.object({ status: cardStatus });

export const limitKinds = ['CASH_DAY', 'PURCHASE_DAY', 'ONLINE_DAY', 'TRANSFER_MONTH'] as const;

export const cardLimit = z.object({
  cardToken: legacyId,
  kind: z.enum(limitKinds),
  limit: amount,
  used: amount,
});
export const limitsResponse = z.object({ limit: list(cardLimit) });

export const refusal = z.object({
  Refusal: z.object({ reason: z.enum(['CARD_NOT_FOUND', 'CARD_CLOSED', 'CARD_EXPIRED', 'BLOCKED_BY_BANK']) }),
});
