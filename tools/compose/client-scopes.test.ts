import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, isAbstractType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { expect, it } from 'vitest';
import { realmClients } from '#bank/lists.ts';
import { readRequiredScopes } from '#gateway/auth/required-scopes.ts';

const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, '../../schema', file), 'utf8');
const schema = buildSchema(read('api.graphql'));
const required = readRequiredScopes(read('supergraph.graphql'));

/** The scopes without which an operation would get less than it asks for. */
function scopesOf(operation: string): string[] {
  const found: string[] = [];
  const types = new TypeInfo(schema);
  visit(
    parse(operation),
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        const possible = isAbstractType(parent) ? schema.getPossibleTypes(parent) : parent ? [parent] : [];
        for (const type of possible) found.push(...required.of(type.name, name.value));
      },
    }),
  );
  return found;
}

it.each(['web', 'messengers'])('the tokens of %s have the scopes that its operations need, and no other', (name) => {
  const operations: Record<string, string> = JSON.parse(read(`manifests/${name}.json`));
  const needed = new Set(Object.values(operations).flatMap(scopesOf));
  expect(needed.size).toBeGreaterThan(0);
  const client = realmClients.find(({ clientId }) => clientId === `portico-${name}`);
  expect(client && 'scopes' in client ? [...client.scopes].toSorted() : []).toEqual([...needed].toSorted());
});
