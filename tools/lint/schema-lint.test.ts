import { describe, expect, it } from 'vitest';
import { lintSchema, ruleNames } from './schema-lint.ts';

const accounts = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

type Query {
  """One account of the caller."""
  account(
    """As in \`Account.id\`."""
    id: ID!
  ): Account
}

type Mutation {
  """Renames an account."""
  renameAccount(
    """Which one, and how."""
    input: RenameAccountInput!
  ): RenameAccountResult
}

"""Which account to rename."""
input RenameAccountInput {
  """As in \`Account.id\`."""
  accountId: ID!

  """One for each intention."""
  idempotencyKey: ID!
}

"""What came of it."""
union RenameAccountResult = RenameAccountSuccess | AccountClosed

"""It has its new name."""
type RenameAccountSuccess {
  """As it is now."""
  account: Account!
}

"""It is closed."""
type AccountClosed implements Refusal {
  """Stable."""
  code: RefusalCode!

  """For people."""
  message: String!
}

"""An answer that says no."""
interface Refusal {
  """Stable."""
  code: RefusalCode!

  """For people."""
  message: String!
}

"""Why."""
enum RefusalCode {
  """It is closed."""
  ACCOUNT_CLOSED
}

"""An account."""
type Account @key(fields: "id") {
  """Opaque."""
  id: ID!

  """What is on it."""
  balance: Money!

  """Names that it had. At most 10."""
  formerNames: [String!]!

  """Its number."""
  number: String @deprecated(reason: "Use \`id\`. Kept until 2027-01-31.")

  """What moved on it."""
  transactions(
    """1 to 100."""
    first: Int! = 20

    """Where the page starts."""
    after: String
  ): TransactionConnection!
}

"""An exact amount."""
type Money {
  """In units."""
  amount: Decimal!
}

"""Exact."""
scalar Decimal

"""A page."""
type TransactionConnection {
  """At most \`first\` of them."""
  edges: [TransactionEdge!]!

  """Whether there is more."""
  pageInfo: PageInfo!
}

"""A transaction in its page."""
type TransactionEdge {
  """It."""
  node: Transaction!

  """Its place."""
  cursor: String!
}

"""A movement."""
type Transaction {
  """Opaque."""
  id: ID!
}

"""Where a page stands."""
type PageInfo {
  """Whether more follows."""
  hasNextPage: Boolean!

  """Whether more precedes."""
  hasPreviousPage: Boolean!

  """The first edge's."""
  startCursor: String

  """The last edge's."""
  endCursor: String
}
`;

const cards = `
"""A card."""
type Card @key(fields: "id") {
  """Opaque."""
  id: ID!

  """What it draws on."""
  account: Account
}

type Account @key(fields: "id") {
  """Opaque."""
  id: ID!

  """Those on it. At most 500."""
  cards: [Card!]
}
`.replace('\ntype Account', '\n"""An account."""\ntype Account');

const owners = { Account: 'accounts' };

function lint(changed: { accounts?: string; cards?: string } = {}, knownOwners: Record<string, string> = owners): string[] {
  const files = [
    { path: 'schema/subgraphs/accounts.graphql', text: changed.accounts ?? accounts },
    { path: 'schema/subgraphs/cards.graphql', text: changed.cards ?? cards },
  ];
  return lintSchema(files, knownOwners)
    .map(({ rule }) => rule)
    .sort();
}

/** One line of the clean schema changed, against one rule. */
const plantedInAccounts: readonly (readonly [rule: string, clean: string, planted: string])[] = [
  ['described', '"""An account."""\n', ''],
  ['described', '"""What is on it."""\n', ''],
  ['described', '"""1 to 100."""\n', '"""  """\n'],
  ['described', '"""One for each intention."""\n', ''],
  ['described', '"""It is closed."""\n  ACCOUNT_CLOSED', 'ACCOUNT_CLOSED'],
  ['named', 'enum RefusalCode {', 'enum RefusalCode {\n  """It is open."""\n  accountOpen\n'],
  ['named', 'scalar Decimal', 'scalar Decimal\n\n"""Snake."""\nscalar civil_date'],
  ['named', 'formerNames:', 'former_names:'],
  ['named', '    after: String', '    after: String\n\n    """Snake."""\n    order_by: String'],
  ['exact-money', 'balance: Money!', 'balance: Int!'],
  ['exact-money', 'amount: Decimal!', 'amount: String!'],
  ['exact-money', 'formerNames:', 'rate: Float\n\n  """Names. At most 10."""\n  formerNames:'],
  ['opaque-ids', 'account(\n    """As in `Account.id`."""\n    id: ID!', 'account(\n    """As in `Account.id`."""\n    id: String!'],
  ['opaque-ids', 'accountId: ID!', 'accountId: String!'],
  ['bounded-lists', 'Names that it had. At most 10.', 'Names that it had.'],
  ['bounded-lists', 'balance: Money!', 'balance: Money!\n\n  """What moved on it."""\n  recent: [Transaction!]!'],
  ['guided-deprecations', 'Use `id`. Kept until 2027-01-31.', 'Use `id`.'],
  ['guided-deprecations', 'Use `id`. Kept until 2027-01-31.', 'Kept until 2027-01-31.'],
  ['guided-deprecations', '@deprecated(reason: "Use `id`. Kept until 2027-01-31.")', '@deprecated'],
  ['relay-connections', 'edges: [TransactionEdge!]!', 'edges: [TransactionEdge]!'],
  ['relay-connections', 'pageInfo: PageInfo!', 'page: PageInfo!'],
  ['relay-connections', 'cursor: String!', 'cursor: String'],
  ['relay-connections', 'hasNextPage: Boolean!', 'hasNextPage: Boolean'],
  ['relay-connections', 'after: String', 'offset: Int'],
  ['mutation-inputs', 'input: RenameAccountInput!', 'account: RenameAccountInput!'],
  ['mutation-inputs', 'input: RenameAccountInput!', 'input: RenameAccountInput!\n\n    """How."""\n    name: String'],
  ['mutation-inputs', 'idempotencyKey: ID!', 'idempotencyKey: ID'],
  ['mutation-inputs', '  """One for each intention."""\n  idempotencyKey: ID!\n', ''],
  ['mutation-results', '): RenameAccountResult', '): RenameAccountResult!'],
  ['mutation-results', '): RenameAccountResult', '): Account'],
  ['mutation-results', 'RenameAccountSuccess | AccountClosed', 'RenameAccountSuccess | AccountClosed | Account'],
  ['mutation-results', 'RenameAccountSuccess | AccountClosed', 'AccountClosed'],
  [
    'mutation-results',
    'union RenameAccountResult = RenameAccountSuccess | AccountClosed',
    'type RenameAccountResult {\n  """As it is now."""\n  account: Account\n}',
  ],
  [
    'mutation-results',
    'interface Refusal {\n  """Stable."""\n  code: RefusalCode!',
    'interface Refusal {\n  """Stable."""\n  code: String!',
  ],
];

const plantedInCards: typeof plantedInAccounts = [
  ['nullable-boundaries', 'cards: [Card!]', 'cards: [Card!]!'],
  ['nullable-boundaries', 'account: Account', 'account: Account!'],
];

describe('the schema lint', () => {
  it('passes a contract that keeps every rule', () => {
    expect(lint()).toEqual([]);
  });

  it.each(plantedInAccounts)('%s: not %j, but %j', (rule, clean, planted) => {
    expect(accounts).toContain(clean);
    expect(lint({ accounts: accounts.replace(clean, planted) })).toEqual([rule]);
  });

  it.each(plantedInCards)('%s: not %j, but %j', (rule, clean, planted) => {
    expect(cards).toContain(clean);
    expect(lint({ cards: cards.replace(clean, planted) })).toEqual([rule]);
  });

  it('takes an unresolvable key or an extension for the sign of another owner', () => {
    const stub = cards
      .replace('Account @key(fields: "id")', 'Account @key(fields: "id", resolvable: false)')
      .replace('cards: [Card!]', 'cards: [Card!]!');
    expect(lint({ cards: stub }, {})).toEqual(['nullable-boundaries', 'owned-entities']);
    const extension = cards
      .replace('"""An account."""\ntype Account', 'extend type Account')
      .replace('account: Account', 'account: Account!');
    expect(lint({ cards: extension }, {})).toEqual(['nullable-boundaries', 'owned-entities']);
  });

  it('asks who owns an entity of two subgraphs', () => {
    expect(lint({}, {})).toEqual(['owned-entities']);
  });

  it('has a planted violation for each of its rules', () => {
    const planted = new Set([...plantedInAccounts, ...plantedInCards].map(([rule]) => rule));
    expect([...planted, 'owned-entities'].sort()).toEqual([...ruleNames].sort());
  });

  it('says where, as an editor opens it', () => {
    const [finding] = lintSchema([
      { path: 'schema/api.graphql', text: '"""Money."""\ntype Money {\n  """In units."""\n  amount: Float!\n}\n' },
    ]);
    expect(finding).toEqual({
      file: 'schema/api.graphql',
      line: 4,
      rule: 'exact-money',
      message: 'Money.amount is a Float; numbers with a fraction are Decimal',
    });
  });
});
