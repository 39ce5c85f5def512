import type { Decimal } from '#platform/decimal.ts';

/** An amount of money in a port, exact. */
export interface Amount {
  readonly amount: Decimal;
  /** ISO 4217, alphabetic. */
  readonly currency: string;
}
