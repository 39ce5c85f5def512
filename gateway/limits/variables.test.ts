import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { variablesFault } from './variables.ts';

const schema = buildSchema(`
  enum Category { UTILITIES MOBILE }
  input Field { fieldId: ID! value: String! }
  input Debt { billerId: ID! count: Int fields: [Field!]! category: Category rate: Float isNew: Boolean }
  type Query { debt(input: Debt!, first: Int, ids: [ID!]): Int }
`);
const variables = '($input: Debt, $first: Int, $ids: [ID!], $category: Category, $must: Int! = 1, $none: Nothing)';

function faultOf(given: Readonly<Record<string, unknown>>, definitions = variables): string | undefined {
  const [operation] = parse(`query ${definitions} { debt(input: $input) }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return variablesFault(schema, operation satisfies OperationDefinitionNode, given)?.message;
}
const known = variables.replace(', $none: Nothing', '');
const field = { fieldId: 'account', value: '1' };

describe('the variables of an operation', () => {
  it.each([{}, { first: 3 }, { input: { billerId: 'b', fields: [field], category: 'MOBILE', rate: 1.5, isNew: true } }, { ids: ['a'] }])(
    'fit: %j',
    (given) => expect(faultOf(given, known)).toBeUndefined(),
  );

  it.each([
    [{ first: 'ten' }, 'Variable $first does not fit at first: Int cannot represent what was sent.'],
    [{ first: 4_149_499_912_345_673 }, 'Variable $first does not fit at first: Int cannot represent what was sent.'],
    [
      { input: { billerId: 'b', fields: [{ ...field, value: 7 }] } },
      'Variable $input does not fit at input.fields[0].value: String cannot represent what was sent.',
    ],
    [
      { input: { billerId: 'b', fields: [field], rate: 'x' } },
      'Variable $input does not fit at input.rate: Float cannot represent what was sent.',
    ],
    [
      { input: { billerId: 'b', fields: [field], isNew: 'x' } },
      'Variable $input does not fit at input.isNew: Boolean cannot represent what was sent.',
    ],
    [{ input: { billerId: {}, fields: [field] } }, 'Variable $input does not fit at input.billerId: ID cannot represent what was sent.'],
    [{ input: { billerId: 'b', fields: [null] } }, 'Variable $input does not fit at input.fields[0]: Expected non-nullable type "Field!".'],
    [{ input: 'all' }, 'Variable $input does not fit at input: Expected type "Debt".'],
    [{ category: 'WATER' }, 'Variable $category does not fit at category: does not exist in "Category" enum.'],
    [{ input: { fields: [field] } }, 'Variable $input does not fit at input: Field "billerId" of required type "ID!" was not provided.'],
    [
      { input: { billerId: 'b', fields: [field], pan: '4149499912345673' } },
      'Variable $input does not fit at input: Field "pan" is not defined by type "Debt".',
    ],
    [{ category: { pan: '4149499912345673' } }, 'Variable $category does not fit at category.'],
    [{ must: null }, 'Variable $must of non-null type "Int!" must not be null.'],
  ])('do not, and the first fault is told without what was sent: %j', (given, fault) => {
    expect(faultOf(given, known)).toBe(fault);
  });

  it('cannot be of a type that is not there', () => {
    expect(faultOf({ none: 1 })).toMatch(/^Variable \$none expected value of type "Nothing"/);
  });

  it('are told of in at most 200 characters, however long their names are', () => {
    const name = `v${'x'.repeat(300)}`;
    expect(faultOf({ [name]: 'ten' }, `($${name}: Int)`)).toHaveLength(200);
    expect(faultOf({ [name]: null }, `($${name}: Int!)`)).toHaveLength(200);
  });
});
