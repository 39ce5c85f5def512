import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLogger } from '#platform/telemetry/logger.ts';
import { createSoapEndpoint } from '../simulation/soap-endpoint.ts';
import { readEnvelope, writeEnvelope } from '../soap/envelope.ts';
import { operations, schema } from './generated/operations.ts';

/** node-soap trims what it reads and drops a carriage return, so texts here begin and end with a letter. */
const text = fc
  .string({ unit: fc.constantFrom('a', 'Ї', ' ', '&', '<', '>', ']', '"', "'", '\n', '😀', '7'), maxLength: 20 })
  .map((inner) => `x${inner}x`);
const long = fc.stringMatching(/^[1-9]\d{0,17}$/);
const decimal = fc.stringMatching(/^-?[1-9]\d{0,20}\.\d{2}$/);
const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const query = fc.record({
  accountId: long,
  postedFrom: fc.option(date, { nil: undefined }),
  amountTo: fc.option(decimal, { nil: undefined }),
  text: fc.option(text, { nil: undefined }),
  pageSize: fc.integer({ min: 1, max: 5_000 }),
});
const entry = fc.record({
  entryId: long,
  postedOn: date,
  bookedAt: date.map((day) => `${day}T10:20:30Z`),
  amount: decimal,
  currency: fc.constantFrom('UAH', 'EUR'),
  balanceAfter: fc.option(decimal, { nil: null }),
  description: text,
  counterparty: fc.option(text, { nil: null }),
  status: fc.constantFrom('B', 'H'),
  typeCode: fc.constantFrom('POS', 'TRF'),
  mcc: fc.constantFrom('5411', null),
  merchantName: fc.option(text, { nil: null }),
  maskedPan: fc.constantFrom('414949******2216', null),
});

it("node-soap's server reads what we write, and we read what it writes", async () => {
  let received: unknown;
  let answered: object = {};
  const endpoint = await createSoapEndpoint({
    wsdl: readFileSync(new URL('./wsdl/core-banking.wsdl', import.meta.url), 'utf8'),
    version: '1.1',
    path: '/core-banking',
    service: 'CoreBanking',
    port: 'CoreBankingSoap11',
    operations: {
      GetStatements: (input) => {
        received = input;
        return answered;
      },
    },
    logger: createLogger('test', 'silent'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(query, { minLength: 1, maxLength: 3 }),
      fc.array(entry, { minLength: 1, maxLength: 4 }),
      async (queries, entries) => {
        const page = { accountId: '1', entry: entries, hasMore: false };
        answered = { outcome: { resultCode: '0', resultText: null }, page: [{ ...page, hasMore: 'false' }] };
        const sent = queries as Parameters<typeof operations.GetStatements.input.write>[1]['query'];
        const { status, xml } = await endpoint.answer(writeEnvelope(schema, '1.1', operations.GetStatements, { query: sent }, ''));
        expect(status).toBe(200);
        const asText = queries.map((one) =>
          Object.fromEntries(
            Object.entries(one)
              .filter(([, value]) => value !== undefined)
              .map(([name, value]) => [name, String(value)]),
          ),
        );
        expect([(received as { query: unknown }).query].flat()).toEqual(asText);
        const read = readEnvelope(schema, '1.1', operations.GetStatements, xml);
        expect(read).toEqual({ outcome: { resultCode: 0, resultText: null }, page: [page] });
      },
    ),
    { numRuns: 200 },
  );
});
