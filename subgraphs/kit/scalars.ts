import { GraphQLScalarType, Kind } from 'graphql';
import { z } from 'zod';
import { isDecimal } from '#platform/decimal.ts';
import { BankError } from '#platform/errors.ts';

/** A scalar that is a checked string on the wire, in both directions and in literals. */
function checkedString(name: string, description: string, expected: string, specifiedByURL: string, isValid: (text: string) => boolean) {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw new BankError('BAD_USER_INPUT', `${name} must be ${expected}.`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    parseValue: check,
    parseLiteral: (node) => check(node.kind === Kind.STRING ? node.value : undefined),
    serialize: (value) => {
      if (typeof value === 'string' && isValid(value)) return value;
      throw new BankError('INTERNAL', 'Something went wrong on our side.', { detail: `a value is no ${name}` });
    },
  });
}

export const GraphQLDecimal = checkedString(
  'Decimal',
  'An exact decimal in plain notation as a string, scale kept: "1500.00", "-0.05". At most 38 digits in all; never a JSON number.',
  'a string of a plain decimal, such as "1500.00"',
  'https://www.w3.org/TR/xmlschema-2/#decimal',
  isDecimal,
);

const civilDate = z.iso.date();

export const GraphQLCivilDate = checkedString(
  'Date',
  'A civil date without a time zone, `YYYY-MM-DD`: "2026-03-31".',
  'a string of a calendar date, such as "2026-03-31"',
  'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  (text) => civilDate.safeParse(text).success,
);

const yearMonth = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/;

export const GraphQLYearMonth = checkedString(
  'YearMonth',
  'A calendar month, `YYYY-MM`: "2026-03".',
  'a string of a year and a month, such as "2026-03"',
  'https://www.w3.org/TR/xmlschema-2/#gYearMonth',
  (text) => yearMonth.test(text),
);

const instant = z.iso.datetime({ offset: true });

export const GraphQLInstant = checkedString(
  'DateTime',
  'A moment with its zone by RFC 3339: "2026-03-31T09:30:00+03:00".',
  'a string of a date, time and zone, such as "2026-03-31T09:30:00Z"',
  'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  (text) => instant.safeParse(text).success,
);
