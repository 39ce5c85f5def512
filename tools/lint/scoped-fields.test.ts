import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { unscopedFields } from './scoped-fields.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What a token without any scope, or nobody's, may see. Whoever adds to it says that this is no personal data. */
const forEverybody = [
  'Account.id',
  'Card.id',
  'CreditCard.id',
  'Customer.id',
  'DebitCard.id',
  'VirtualCard.id',
  'Biller.id',
  'ExchangeRate.asOf',
  'ExchangeRate.buy',
  'ExchangeRate.currency',
  'ExchangeRate.quoteCurrency',
  'ExchangeRate.sell',
  'ExchangeRate.units',
  // Told to whoever may make the change: the id that was given, and a number.
  'Payee.id',
  'RemovePayeeSuccess.payeeId',
  'MarkNoticesReadSuccess.unreadCount',
];

it('every field of the graph that is not for everybody stands behind a scope, however it is reached', () => {
  const files = globSync('schema/subgraphs/*.graphql', { cwd: root });
  const found = files.flatMap((file) => unscopedFields(readFileSync(path.join(root, file), 'utf8')));
  expect(files.length).toBeGreaterThan(4);
  expect([...new Set(found)].filter((field) => !forEverybody.includes(field))).toEqual([]);
});

it('finds a field that can be reached past its scope', () => {
  const sdl = `
    directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
    directive @key(fields: String!) on OBJECT
    type Query { me: Person secret: Person @requiresScopes(scopes: [["a:read"]]) }
    type Mutation { change: Result @requiresScopes(scopes: [["a:write"]]) }
    union Result = Done
    type Done { person: Person }
    type Person { id: ID! name: String! account: Account @requiresScopes(scopes: [["a:read"]]) }
    type Account { number: String! }
    type Thing @key(fields: "id") { id: ID! title: String! hidden: String @requiresScopes(scopes: [["a:read"]]) }
  `;
  expect(unscopedFields(sdl).toSorted()).toEqual(['Person.id', 'Person.name', 'Thing.id', 'Thing.title']);
});
