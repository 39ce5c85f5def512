import { buildSchema, Kind, parse } from 'graphql';
import { expect, it } from 'vitest';
import { readsSchema } from './introspection.ts';

const schema = buildSchema('type Query { account: Account } type Account { id: ID }');

function reads(query: string, variables: Readonly<Record<string, unknown>> = {}): boolean {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return readsSchema(schema, document, operation, variables);
}

it.each<[string, Readonly<Record<string, unknown>>?]>([
  ['{ __schema { types { name } } }'],
  ['{ account { id } a: __schema { types { name } } }'],
  ['{ __type(name: "Account") { name } }'],
  ['{ a: __type(name: "Nothing") { name } b: __type(name: "Account") { name } }'],
  ['{ ...F } fragment F on Query { ... on Query { __type(name: "Account") { name } } }'],
  ['query ($n: String!) { __type(name: $n) { name } }', { n: 'Account' }],
  ['query ($n: String! = "Account") { __type(name: $n) { name } }'],
])('%s reads what the schema is made of', (query, variables) => {
  expect(reads(query, variables)).toBe(true);
});

it.each<[string, Readonly<Record<string, unknown>>?]>([
  ['{ account { id } }'],
  ['{ __typename account { __typename } }'],
  ['{ __type(name: "Nothing") { name } }'],
  ['query ($n: String! = "Account") { __type(name: $n) { name } }', { n: 'Nothing' }],
])('%s does not', (query, variables) => {
  expect(reads(query, variables)).toBe(false);
});
