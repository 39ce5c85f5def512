import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  Kind,
  parse,
} from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { subgraphs } from '#bank/lists.ts';
import { people } from '#legacy-adapters/simulation/people.ts';
import { anonymous } from '#platform/principal/principal.ts';
import { createPrincipalIssuer, generateGatewayKey } from '#platform/principal/principal-token.ts';
import { createGraphIds } from '#subgraphs/kit/graph-ids.ts';
import { type BankAtWork, startBankAtWork } from './testkit/bank-at-work.ts';

/** What the graph tells whoever asks, logged in or not. A field that joins this list is a decision of the bank's. */
const forEverybody: readonly string[] = ['exchangeRates'];

const schemaUrl = new URL('../schema/', import.meta.url);
const api = buildSchema(readFileSync(new URL('api.graphql', schemaUrl), 'utf8'));
const rootFields = [api.getQueryType(), api.getMutationType()].flatMap((type) =>
  Object.values(type?.getFields() ?? {}).map((field) => ({ kind: type === api.getQueryType() ? 'query' : 'mutation', field })),
);

const gatewayKey = generateGatewayKey();
const asGateway = createPrincipalIssuer(gatewayKey);
const idSecret = 'the secret of this test, 32 characters or more';
const ids = createGraphIds(idSecret);
const olenas: Readonly<Record<string, string>> = {
  Customer: ids.customer.encode(people.olena.customerId),
  Account: ids.account.encode('200000000000000119'),
  Payee: ids.payee.encode('1'),
};
const anyCard = ids.card.encode('300000000000000101');

/** A flood that is let in, to see what becomes of it behind the front door. */
const manyAtOnce = { CONCURRENCY_MAX: '300' };

let bank: BankAtWork;
beforeAll(async () => {
  bank = await startBankAtWork({
    ID_SECRET: idSecret,
    GATEWAY_SIGNING_KEY: gatewayKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ...manyAtOnce,
  });
});
afterAll(() => bank.stop());
beforeEach(() => bank.reset());

const systems = () => [bank.coreBanking, bank.cardProcessing, bank.cerberus, bank.billerHub];

/** A literal that fits; ids are of things that exist, so that nothing but the missing token keeps them back. */
function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((field) => `${field.name}: ${field.name === 'cardId' ? JSON.stringify(anyCard) : literal(field.type)}`).join(', ')} }`;
  }
  return type.name === 'ID' ? JSON.stringify(olenas.Account) : '"1"';
}

function documentOf(kind: string, field: GraphQLField<unknown, unknown>): string {
  const given = field.args.filter(isRequiredArgument).map((argument) => `${argument.name}: ${literal(argument.type)}`);
  const named = getNamedType(field.type);
  return `${kind} { ${field.name}${given.length === 0 ? '' : `(${given.join(', ')})`} ${isLeafType(named) ? '' : '{ __typename }'} }`;
}

/** Every entity of every subgraph, with all its fields that need no argument. */
function entityTypes(): (readonly [subgraph: string, type: string, fields: string])[] {
  return subgraphs.flatMap(({ name: subgraph }) => {
    const sdl = parse(readFileSync(new URL(`subgraphs/${subgraph}.graphql`, schemaUrl), 'utf8'));
    return sdl.definitions.flatMap((node) => {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
      if (node.directives?.some(({ name }) => name.value === 'key') !== true) return [];
      const type = api.getType(node.name.value);
      const known = isInterfaceType(type) || isObjectType(type) ? type.getFields() : {};
      const fields = (node.fields ?? []).flatMap(({ name }) => {
        const field = known[name.value];
        if (field?.args.some(isRequiredArgument) !== false) return [];
        return [isLeafType(getNamedType(field.type)) ? field.name : `${field.name} { __typename }`];
      });
      return [[subgraph, node.name.value, fields.join(' ')] as const];
    });
  });
}

describe('without a token', () => {
  it.each(
    rootFields.filter(({ field }) => !forEverybody.includes(field.name)).map(({ kind, field }) => [kind, field.name, field] as const),
  )('the %s %s says nothing but to log in, and asks no system of the bank', async (kind, name, field) => {
    const { data, errors } = await bank.post(JSON.stringify({ query: documentOf(kind, field) }));
    expect(data?.[name] ?? null).toBeNull();
    expect(errors).toMatchObject([{ path: [name], extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(systems().map(({ calls }) => calls.total())).toEqual([0, 0, 0, 0]);
  });

  it.each(entityTypes())('the subgraph %s tells nothing of a %s to whoever holds its id', async (subgraph, type, fields) => {
    const id = olenas[type] ?? anyCard;
    const response = await fetch(`${bank.bank.subgraphServers.get(subgraph)?.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await asGateway.issue(anonymous, subgraph)}` },
      body: JSON.stringify({
        query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${fields} } } }`,
        variables: { of: [{ __typename: type, id }] },
      }),
    });
    const { data, errors = [] } = (await response.json()) as { data: unknown; errors?: { extensions: { code: string } }[] };
    const told = [...JSON.stringify(data).matchAll(/"(\w+)":(?!null|\[|\{)/g)].map(([, name]) => name);
    expect(told.filter((name) => name !== 'id')).toEqual([]);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['UNAUTHENTICATED']));
    expect(systems().map(({ calls }) => calls.total())).toEqual([0, 0, 0, 0]);
  });
});

describe('the rates of the bank', () => {
  const rates = '{ exchangeRates { currency quoteCurrency units buy sell asOf } }';
  const ask = () => bank.post(JSON.stringify({ query: rates }));

  it('are told to whoever asks, to the last digit of the core; a flood of questions comes to the core as one', async () => {
    bank.coreBanking.switches.latencyMs = 50;
    const answers = await Promise.all(Array.from({ length: 200 }, ask));
    for (const { errors } of answers) expect(errors).toEqual([]);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    const { exchangeRates } = answers[0]?.data ?? {};
    expect(exchangeRates).toHaveLength(6);
    expect(exchangeRates[0]).toEqual({
      currency: 'USD',
      quoteCurrency: 'UAH',
      units: 1,
      buy: expect.stringMatching(/^4\d\.\d\d$/),
      sell: expect.stringMatching(/^4\d\.\d\d$/),
      asOf: expect.stringMatching(/Z$/),
    });
    expect(bank.coreBanking.calls.count('GetExchangeRates')).toBe(1);
  });

  it('are the same for a customer, beside what is hers, and a bad token is refused as everywhere', async () => {
    const { data, errors } = await bank.ask('olena', '{ me { accounts { id } } exchangeRates { currency } }');
    expect(errors).toEqual([]);
    expect([data.me.accounts.length, data.exchangeRates.length]).toEqual([5, 6]);
    expect((await bank.post(JSON.stringify({ query: rates }), { authorization: 'Bearer nonsense' })).status).toBe(401);
  });
});

it('while the core is unavailable, the rates are missing with an error, and a flood of questions is one there, too', async () => {
  const troubled = await startBankAtWork(manyAtOnce);
  try {
    troubled.coreBanking.switches.errorRate = 1;
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => troubled.post(JSON.stringify({ query: '{ exchangeRates { currency } }' }))),
    );
    for (const { data, errors } of answers) {
      expect(data).toEqual({ exchangeRates: null });
      expect(errors).toMatchObject([{ path: ['exchangeRates'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    }
    // One question, which the adapter may try three times; an attempt may have to sign in first.
    expect(troubled.coreBanking.calls.total()).toBeGreaterThan(0);
    expect(troubled.coreBanking.calls.total()).toBeLessThanOrEqual(6);
  } finally {
    await troubled.stop();
  }
});
