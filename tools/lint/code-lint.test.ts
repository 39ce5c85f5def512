import { describe, expect, it } from 'vitest';
import { lintCode } from './code-lint.ts';

const inClass = (
  member: string,
  imports = "import { Arg, Args, Field, FieldResolver, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';",
) => `${imports}\nclass Account {\n  ${member}\n}\n`;
const rulesIn = (text: string, file = 'subgraphs/accounts/account.ts') => lintCode(file, text).map(({ line, rule }) => `${line} ${rule}`);
const thunksIn = (text: string) => rulesIn(text).filter((found) => found.endsWith('explicit-thunk'));

describe('a type-graphql decorator without its thunk', () => {
  it.each([
    '@Field() id: string;',
    '@Field({ nullable: true }) id: string;',
    '@Field id: string;',
    '@Query() me() {}',
    '@Query({ nullable: true }) me() {}',
    '@Mutation() lockCard() {}',
    '@Subscription({ topics: "x" }) changed() {}',
    '@FieldResolver() cards() {}',
    "card(@Arg('id') id: string) {}",
    "card(@Arg('id', { nullable: true }) id: string) {}",
    'card(@Args() args: CardArgs) {}',
  ])('is caught: %s', (member) => {
    expect(thunksIn(inClass(member))).toEqual(['3 explicit-thunk']);
  });

  it('is caught under another name too', () => {
    expect(thunksIn(inClass('@F() id: string;', "import { Field as F } from 'type-graphql';"))).toEqual(['3 explicit-thunk']);
    expect(thunksIn(inClass('@graph.Field() id: string;', "import * as graph from 'type-graphql';"))).toEqual(['3 explicit-thunk']);
    expect(thunksIn("import { Resolver } from 'type-graphql';\n@Resolver(Account)\nclass AccountResolver {}\n")).toEqual([
      '2 explicit-thunk',
    ]);
  });

  it.each([
    '@Field(() => ID) id: string;',
    '@Field((of) => [Card], { nullable: true }) cards: Card[];',
    '@Query(() => Customer) me() {}',
    '@FieldResolver(() => [Card]) cards(@Root() account: Account) {}',
    "card(@Arg('id', () => ID) id: string) {}",
    'card(@Args(() => CardArgs) args: CardArgs) {}',
  ])('passes with it: %s', (member) => {
    expect(thunksIn(inClass(member))).toEqual([]);
  });

  it("leaves other packages' decorators and a resolver of root fields alone", () => {
    expect(thunksIn(inClass('@Field() id: string;', "import { Field } from 'another';"))).toEqual([]);
    expect(thunksIn("import { Resolver } from 'type-graphql';\n@Resolver()\nclass MeResolver {}\n")).toEqual([]);
  });
});

describe('a resolver that may fail and whose field may not be null', () => {
  it.each([
    "@FieldResolver(() => Money, { description: 'x' }) async balance(@Root() account: Account): Promise<Money> {}",
    '@FieldResolver(() => Money) balance(@Root() account: Account): Money {}',
    "@FieldResolver(() => [Card], { nullable: 'items' }) async cards(): Promise<Card[]> {}",
    '@FieldResolver(() => Money, { nullable: false }) async balance(): Promise<Money> {}',
    "@Field(() => TransactionConnection, { description: 'x' }) transactions(@Args(() => TransactionsArgs) args: TransactionsArgs) {}",
    "@Mutation(() => LockCardResult, { description: 'x' }) lockCard() {}",
    "@Query(() => [Biller], { description: 'x' }) async billers() {}",
  ])('is caught: %s', (member) => {
    expect(rulesIn(inClass(member)).filter((rule) => !rule.endsWith('explicit-thunk'))).toEqual(['3 nullable-resolver']);
  });

  it.each([
    "@FieldResolver(() => Money, { nullable: true, description: 'x' }) async balance(): Promise<Money> {}",
    "@FieldResolver(() => [Card], { nullable: 'itemsAndList' }) async cards(): Promise<Card[]> {}",
    '@Mutation(() => LockCardResult, { nullable: true }) lockCard() {}',
    '@Field(() => ID) id: string;',
  ])('passes where it may be, and a field that is given: %s', (member) => {
    expect(rulesIn(inClass(member))).toEqual([]);
  });

  it('is looked for in the subgraphs only', () => {
    expect(rulesIn(inClass('@FieldResolver(() => Money) balance() {}'), 'gateway/account.ts')).toEqual([]);
  });
});

describe('the environment', () => {
  const waysRound = [
    "import { env } from 'node:process';",
    'const { env } = process;',
    'const { env: settings } = globalThis.process;',
    "const port = process['env'].PORT;",
    'const port = globalThis.process.env.PORT;',
  ];

  it.each(waysRound)('is not read by another way: %s', (text) => {
    expect(rulesIn(text, 'gateway/gateway.ts')).toEqual(['1 environment-in-one-place']);
  });

  it.each(['gateway/engine/apollo-reporting.ts', 'tools/check.ts', 'vitest.config.ts'])('is read in %s', (file) => {
    expect(waysRound.flatMap((text) => rulesIn(text, file))).toEqual([]);
  });
});
