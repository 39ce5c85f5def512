/** One row of a statement, as the core has it. */
interface Entry {
  readonly entryId: string;
  readonly postedOn: string;
  readonly bookedAt: string;
  readonly amount: string;
  readonly currency: string;
  readonly balanceAfter: string;
  readonly description: string;
  readonly counterparty: string | null;
}

export interface Statement {
  readonly outcome: { readonly resultCode: number; readonly resultText: string | null };
  readonly page: readonly { readonly accountId: string; readonly entry: readonly Entry[]; readonly hasMore: boolean }[];
}

export const sizes = { '1MB': 1_000_000, '100kB': 100_000, '3kB': 3_000 } as const;
export type Size = keyof typeof sizes;

const descriptions = [
  'Зняття готівки в банкоматі',
  'Оплата товарів',
  'Повернення коштів за покупку',
  'Переказ за реквізитами',
  'Комісія за обслуговування',
];
const counterparties = ['Супермаркет «Ґудзик»', 'ФОП Євтушенко Є. Ю.', 'ТОВ «Ніка & Партнери»', null];

function entryOf(number: number): Entry {
  const day = String((number % 28) + 1).padStart(2, '0');
  const cents = (number * 7_919) % 1_000_000;
  return {
    entryId: String(500_000_000_000_014_007n + BigInt(number)),
    postedOn: `2026-06-${day}`,
    bookedAt: `2026-06-${day}T${String(number % 24).padStart(2, '0')}:11:26.720Z`,
    amount: `${number % 3 === 0 ? '' : '-'}${Math.floor(cents / 100) + 1}.${String(cents % 100).padStart(2, '0')}`,
    currency: 'UAH',
    balanceAfter: `${1_000 + Math.floor(cents / 37)}.${String((cents * 3) % 100).padStart(2, '0')}`,
    description: descriptions[number % descriptions.length] ?? '',
    counterparty: counterparties[number % counterparties.length] ?? null,
  };
}

export function statementOf(entries: number): Statement {
  return {
    outcome: { resultCode: 0, resultText: null },
    page: [{ accountId: '200000000000000129', entry: Array.from({ length: entries }, (_, number) => entryOf(number)), hasMore: true }],
  };
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const leaf = (name: string, value: string | number | boolean | null) =>
  value === null ? `<${name} xsi:nil="true"></${name}>` : `<${name}>${escaped(String(value))}</${name}>`;
const leaves = (values: object) =>
  Object.entries(values)
    .map(([name, value]) => leaf(name, value as string | null))
    .join('');

/** The answer letter for letter as the core's server writes it. */
export function xmlOf({ outcome, page }: Statement): string {
  const pages = page.map(
    ({ accountId, entry, hasMore }) =>
      `<page>${leaf('accountId', accountId)}${entry.map((row) => `<entry>${leaves(row)}</entry>`).join('')}${leaf('hasMore', hasMore)}</page>`,
  );
  return (
    '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"  xmlns:tns="urn:portico:core-banking:v1">' +
    '<soap:Body><GetStatementsResponse xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:portico:core-banking:v1">' +
    `<outcome>${leaves(outcome)}</outcome>${pages.join('')}</GetStatementsResponse></soap:Body></soap:Envelope>`
  );
}

/** The statement whose answer is as near to `bytes` as its rows allow. */
export function statementOfSize(bytes: number): Statement {
  const lengthOf = (entries: number) => Buffer.byteLength(xmlOf(statementOf(entries)));
  const empty = lengthOf(0);
  const row = (lengthOf(100) - empty) / 100;
  return statementOf(Math.max(1, Math.round((bytes - empty) / row)));
}
