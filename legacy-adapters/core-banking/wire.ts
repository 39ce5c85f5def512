import { z } from 'zod';
import { boolean, currency, date, dateTime, decimal, int, legacyId, list, text } from '../soap/shapes.ts';

/** The answers of core-banking.wsdl, in the core's own words. `soap.ts` puts them into the domain's. */

const outcome = z.object({ resultCode: int, resultText: text.nullish() });

export const loginResponse = z.object({ outcome, sessionId: z.string().min(1).max(200).nullish() });
export const logoutResponse = z.object({ outcome });

export const customer = z.object({
  customerId: legacyId,
  lastName: text,
  firstName: text,
  middleName: text.nullish(),
  phone: text.nullish(),
  languageCode: text,
});
export const customersResponse = z.object({ outcome, customer: list(customer) });
export const customerResponse = z.object({ outcome, customer: customer.nullish() });

export const account = z.object({
  accountId: legacyId,
  customerId: legacyId,
  productCode: text,
  productName: text,
  currency,
  openedOn: date,
  closedOn: date.nullish(),
});
export const accountsResponse = z.object({ outcome, account: list(account) });

export const balance = z.object({ accountId: legacyId, booked: decimal, available: decimal, currency });
export const balancesResponse = z.object({ outcome, balance: list(balance) });

export const requisites = z.object({
  accountId: legacyId,
  iban: z.string().regex(/^UA\d{27}$/),
  bankName: text,
  bankCode: text,
  bic: text.nullish(),
  recipientName: text,
  recipientTaxNumber: text.nullish(),
});
export const requisitesResponse = z.object({ outcome, requisites: list(requisites) });

export const entry = z.object({
  entryId: legacyId,
  postedOn: date,
  bookedAt: dateTime,
  amount: decimal,
  currency,
  balanceAfter: decimal,
  description: text,
  counterparty: text.nullish(),
});
export const page = z.object({ accountId: legacyId, entry: list(entry), hasMore: boolean });
export const statementsResponse = z.object({ outcome, page: list(page) });
