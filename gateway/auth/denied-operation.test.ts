import { Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { anonymous, type Principal } from '#platform/principal/principal.ts';
import { deniedOperation, readRequiredScopes } from './required-scopes.ts';

const supergraph = `
  schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY) { query: Query }
  directive @link(url: String, for: link__Purpose) repeatable on SCHEMA
  directive @requiresScopes(scopes: [[requiresScopes__Scope!]!]!) on FIELD_DEFINITION
  scalar requiresScopes__Scope
  scalar Decimal
  type Query {
    rates: [Rate]
    card(id: ID!): Card @requiresScopes(scopes: [["cards:read", "customer:read"]])
    cards: [Card] @requiresScopes(scopes: [["cards:read"]])
  }
  type Rate { buy: Decimal }
  type Card { id: ID pan: String @requiresScopes(scopes: [["cards:read"]]) }
`;
const required = readRequiredScopes(supergraph);

function denied(query: string, principal: Principal) {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return deniedOperation(required, 'Query', document, operation, principal);
}
const holderOf = (...scopes: readonly string[]): Principal => ({ kind: 'staff', subject: 'user', roles: [], scopes });

describe('the scopes that a supergraph asks for', () => {
  it('are those of its fields, all of them', () => {
    expect(required.of('Query', 'card')).toEqual(['cards:read', 'customer:read']);
    expect(required.of('Card', 'pan')).toEqual(['cards:read']);
    expect([required.of('Query', 'rates'), required.of('Card', 'id'), required.of('Rate', 'pan')]).toEqual([[], [], []]);
  });

  it('are taken out of what the gateway reads, and nothing else is', () => {
    expect(required.sdl).not.toMatch(/requiresScopes/);
    for (const kept of ['link/v1.0', 'directive @link', 'scalar Decimal', 'card(id: ID!): Card', 'pan: String']) {
      expect(required.sdl).toContain(kept);
    }
  });
});

describe('an operation is denied as a whole', () => {
  it('where the token grants none of its fields, each under its name in the answer', () => {
    expect(denied('{ cards { id } mine: card(id: "c") { id } }', anonymous)).toEqual([
      { responseKey: 'cards', name: 'cards', missing: ['cards:read'] },
      { responseKey: 'mine', name: 'card', missing: ['cards:read', 'customer:read'] },
    ]);
    expect(denied('{ ...F } fragment F on Query { card(id: "c") { id } }', holderOf('cards:read'))).toEqual([
      { responseKey: 'card', name: 'card', missing: ['customer:read'] },
    ]);
  });

  it.each([
    ['a field for everybody stands in it', '{ cards { id } rates { buy } }', anonymous],
    ['the token grants a field', '{ cards { id } card(id: "c") { id } }', holderOf('cards:read')],
    ['a field may be left out of it', '{ cards @skip(if: true) { id } }', anonymous],
    ['only what lies deeper is missing', '{ rates { buy } }', anonymous],
  ])('and not where %s', (_where, query, principal) => {
    expect(denied(query, principal)).toBeUndefined();
  });
});
