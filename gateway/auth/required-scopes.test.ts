import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLNamedType, getNamedType, isInterfaceType, isLeafType, isObjectType, isUnionType } from 'graphql';
import { expect, it } from 'vitest';
import { readRequiredScopes } from './required-scopes.ts';

const read = (file: string) => readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8');
const required = readRequiredScopes(read('supergraph.graphql'));
const schema = buildSchema(read('api.graphql'));

/** Every value that can be read without passing a field that needs a scope, by the shortest way to it. */
function openWays(): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const walk = (type: GraphQLNamedType, way: string): void => {
    if (isUnionType(type) || isInterfaceType(type)) for (const each of schema.getPossibleTypes(type)) walk(each, way);
    if (!isObjectType(type) || seen.has(type.name)) return;
    seen.add(type.name);
    for (const [name, field] of Object.entries(type.getFields())) {
      if (required.of(type.name, name).length > 0) continue;
      const inner = getNamedType(field.type);
      if (isLeafType(inner)) found.push(`${way}${type.name}.${name}`);
      else walk(inner, `${way}${type.name}.${name} > `);
    }
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()]) if (root) walk(root, '');
  return found.toSorted();
}

it('without a scope one reads exchange rates and the id by which one is known, and nothing else of anybody', () => {
  const open = openWays();
  expect(open.filter((way) => !way.startsWith('Query.exchangeRates > '))).toEqual(['Query.me > Customer.id']);
  expect(open.filter((way) => way.startsWith('Query.exchangeRates > ')).length).toBeGreaterThan(3);
});

it.each([
  ['Query', 'card', ['cards:read']],
  ['Query', 'debt', ['billers:read']],
  ['Mutation', 'lockCard', ['cards:write']],
  ['Customer', 'displayName', ['customer:read']],
  ['Customer', 'id', []],
  ['Query', 'exchangeRates', []],
  ['Nothing', 'constructor', []],
])('%s.%s needs %j', (type, field, scopes) => {
  expect(required.of(type, field)).toEqual(scopes);
});
