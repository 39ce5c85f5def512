import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GatewayAtWork, startGatewayAtWork } from '../testkit/gateway-at-work.ts';

let at: GatewayAtWork;
beforeAll(async () => {
  at = await startGatewayAtWork({ mode: 'production' });
});
afterAll(() => at.stop());

const refused = { errors: [{ extensions: { code: 'FORBIDDEN' } }] };
const ask = async (body: object, roles?: readonly string[]) => {
  const headers = roles === undefined ? {} : { authorization: `Bearer ${await at.token({ realm_access: { roles: [...roles] } })}` };
  return (await at.post(body, headers)).json();
};

const documents: readonly [string, object][] = [
  ['all of it', { query: '{ __schema { types { name } } }' }],
  ['one type', { query: '{ __type(name: "Customer") { fields { name } } }' }],
  [
    'one type, under an alias beside others',
    { query: '{ __typename a: __type(name: "Nothing") { name } b: __type(name: "Money") { name } }' },
  ],
  ['one type, by a variable', { query: 'query ($n: String!) { __type(name: $n) { name } }', variables: { n: 'Customer' } }],
  ['one type, by a default', { query: 'query ($n: String! = "Customer") { __type(name: $n) { name } }' }],
  ['a fragment', { query: '{ ...F } fragment F on Query { ...G } fragment G on Query { __schema { types { name } } }' }],
  ['an inline fragment', { query: '{ ... on Query { __schema { types { name } } } }' }],
  ['the second operation', { query: 'query A { __typename } query B { __schema { types { name } } }', operationName: 'B' }],
];

it.each(documents)('in production %s of the schema is read by developers only', async (_what, body) => {
  expect(await ask(body)).toMatchObject(refused);
  expect(await ask(body, ['customer'])).toMatchObject(refused);
  expect(await ask(body, ['explorer'])).not.toHaveProperty('errors');
});

it('an operation that does not run reads nothing', async () => {
  const query = 'query A { __typename } query B { __schema { types { name } } }';
  expect(await ask({ query, operationName: 'A' })).toEqual({ data: { __typename: 'Query' } });
});

it('that there is no such type is no secret: a fragment on it is refused in so many words', async () => {
  expect(await ask({ query: '{ __type(name: "Secret") { name fields { name } } }' })).toEqual({ data: { __type: null } });
  expect(await ask({ query: '{ ... on Secret { id } }' })).toMatchObject({ errors: [{ message: 'Unknown type "Secret".' }] });
});
