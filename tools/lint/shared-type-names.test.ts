import { expect, it } from 'vitest';
import { sharedTypes, unnamedTypes } from './shared-type-names.ts';

const shared = sharedTypes([
  'type Query { a: Money } type Money { amount: String } type Fee { amount: String } input Range { from: String }',
  'type Query { b: Money } type Money { amount: String } interface Refusal { code: String } input Range { from: String }',
  'type Query { c: String } interface Refusal { code: String }',
]);

it('a type is shared where two subgraphs define it, and roots are not', () => {
  expect([...shared].toSorted()).toEqual(['Money', 'Range', 'Refusal']);
});

it.each([
  "@ObjectType({ description: 'Money.' })\nexport class Money {}",
  '@ObjectType()\nexport class Money {}',
  "@InputType({ description: 'A range.' })\nexport class Range {}",
  '@InterfaceType({ autoRegisterImplementations: false })\nexport abstract class Refusal {}',
])('a shared type without a name of its own is found: %s', (text) => {
  expect(unnamedTypes('subgraphs/kit/planted.ts', text, shared)).toMatchObject([{ file: 'subgraphs/kit/planted.ts', line: 2 }]);
});

it.each([
  "@ObjectType('Money', { description: 'Money.' })\nexport class Money {}",
  "@ObjectType({ description: 'A fee, which one subgraph alone has.' })\nexport class Fee {}",
  'export class Money {}',
])('nothing else is: %s', (text) => {
  expect(unnamedTypes('subgraphs/kit/planted.ts', text, shared)).toEqual([]);
});
