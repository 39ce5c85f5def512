import type { Decimal } from '#platform/decimal.ts';
import { civilDateInKyiv } from '../civil-date.ts';
import type { WorldAccount } from './accounts.ts';
import { detailsOf, type EntryDetails } from './entry-details.ts';

/** A payment by card that is authorised and not booked yet. */
export interface WorldHold {
  readonly accountId: string;
  readonly currency: string;
  readonly postedOn: string;
  readonly bookedAt: string;
  readonly amount: Decimal;
  readonly description: string;
  readonly counterparty: string | null;
  readonly details: EntryDetails;
}

const counterparty = 'Супермаркет «Ґудзик»';

/** One for each account of which something is held, in the last hours of the statements. */
export function createHolds(
  accounts: readonly WorldAccount[],
  cardOf: (accountId: string) => string | undefined,
  endsAt: number,
): WorldHold[] {
  return accounts
    .filter(({ held }) => held !== '0.00')
    .map(({ accountId, currency, held }, index) => {
      const bookedAt = new Date(endsAt - 1_800_000 + index * 1_000);
      return {
        accountId,
        currency,
        postedOn: civilDateInKyiv(bookedAt),
        bookedAt: bookedAt.toISOString(),
        amount: `-${held}` as Decimal,
        description: 'Оплата товарів',
        counterparty,
        details: detailsOf('POS', '5411', counterparty, cardOf(accountId)),
      };
    });
}
