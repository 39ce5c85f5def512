import { Directive, Field, FieldResolver, ID, InterfaceType, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { anonymous, type Principal } from '#platform/principal/principal.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { createExecutor } from './executor.ts';
import { createGraphIds } from './graph-ids.ts';
import { RequiresScope } from './requires-scope.ts';
import { buildFederatedSchema } from './subgraph.ts';

/** What was asked of the legacy systems, by the resolver that asked. */
const calls: string[] = [];

@InterfaceType('Owned', { description: 'What somebody owns.', autoRegisterImplementations: false })
abstract class Owned {
  @Field(() => String, { nullable: true, description: 'Whose it is.' })
  owner!: string | null;
}

@RequiresScope('letters:read')
@ObjectType({ implements: Owned, description: 'A letter to a customer.' })
@Directive('@key(fields: "id")')
class Letter extends Owned {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  subject!: string | null;

  @RequiresScope('letters:open')
  @Field(() => String, { nullable: true, description: 'What it says.' })
  text?: string | null;
}

const letter = { id: 'letter-1', owner: 'Olena', subject: 'Your loan' };

@Resolver(() => Letter)
class LetterResolver {
  @FieldResolver(() => String, { nullable: true })
  text(@Root() { id }: Letter): string {
    calls.push(`text of ${id}`);
    return 'Dear Olena';
  }

  @RequiresScope('letters:read')
  @Query(() => Letter, { nullable: true, description: 'A letter.' })
  letter(): Letter {
    calls.push('letter');
    return Object.assign(new Letter(), letter);
  }

  @RequiresScope('parcels:read')
  @Query(() => String, { nullable: true, description: 'A parcel.' })
  parcel(): string {
    calls.push('parcel');
    return 'a parcel';
  }

  @Query(() => String, { nullable: true, description: 'For everybody.' })
  address(): string {
    calls.push('address');
    return '1 Main Street';
  }

  @RequiresScope('letters:write')
  @Mutation(() => Letter, { nullable: true, description: 'Sends a letter, and answers it.' })
  send(): Letter {
    calls.push('send');
    return Object.assign(new Letter(), letter);
  }
}

const execute = createExecutor(
  {
    name: 'post',
    schema: buildFederatedSchema({
      resolvers: [LetterResolver],
      references: { Letter: ({ id }: { id: string }) => Object.assign(new Letter(), letter, { id }) },
    }),
    createContext: (request) => request,
  },
  createLogger('test', 'silent'),
);

beforeEach(() => {
  calls.length = 0;
});

async function ask(scopes: readonly string[] | 'nobody', query: string, variables?: Readonly<Record<string, unknown>>) {
  const principal: Principal = scopes === 'nobody' ? anonymous : { kind: 'staff', subject: 'somebody', roles: [], scopes };
  const { data, errors = [] } = await execute(
    { query, variables },
    {
      principal,
      deadline: createDeadline(1_000),
      trace: unrecorded(),
      language: 'en',
      ids: createGraphIds('the secret of this test, 32 characters or more'),
    },
  );
  return { data, refused: errors.map(({ path, extensions }) => [path?.join('.'), extensions?.code]) };
}

describe('a document of which the token grants a part', () => {
  it('is answered with that part; the rest is null, an error at its own path, and asks nobody anything', async () => {
    const query = '{ address mine: letter { id subject } parcel again: parcel }';
    expect(await ask(['letters:read'], query)).toEqual({
      data: { address: '1 Main Street', mine: { id: 'letter-1', subject: 'Your loan' }, parcel: null, again: null },
      refused: [
        ['parcel', 'FORBIDDEN'],
        ['again', 'FORBIDDEN'],
      ],
    });
    expect(calls.toSorted()).toEqual(['address', 'letter']);
  });

  it('is the same for nobody at all, who is told to log in', async () => {
    expect(await ask('nobody', '{ address letter { id } ...F } fragment F on Query { ... on Query { sent: parcel } }')).toEqual({
      data: { address: '1 Main Street', letter: null, sent: null },
      refused: [
        ['letter', 'UNAUTHENTICATED'],
        ['sent', 'UNAUTHENTICATED'],
      ],
    });
    expect(calls).toEqual(['address']);
  });

  it('of a scope that only looks like the right one has nothing', async () => {
    for (const scope of ['letters:*', 'letters:reading', 'LETTERS:READ', 'letters', 'letters:write'])
      expect((await ask([scope], '{ letter { id } }')).refused, scope).toEqual([['letter', 'FORBIDDEN']]);
    expect(calls).toEqual([]);
  });
});

describe('a field with a scope is refused wherever it is reached', () => {
  it('in the answer of a mutation that the token grants', async () => {
    expect(await ask(['letters:write'], 'mutation { send { id subject owner text } }')).toEqual({
      data: { send: { id: 'letter-1', subject: null, owner: null, text: null } },
      refused: [
        ['send.subject', 'FORBIDDEN'],
        ['send.owner', 'FORBIDDEN'],
        ['send.text', 'FORBIDDEN'],
      ],
    });
    expect(calls).toEqual(['send']);
  });

  it('as an entity that another subgraph refers to', async () => {
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Letter { id subject text } } }';
    expect(await ask(['letters:read'], query, { r: [{ __typename: 'Letter', id: 'other' }] })).toEqual({
      data: { _entities: [{ id: 'other', subject: 'Your loan', text: null }] },
      refused: [['_entities.0.text', 'FORBIDDEN']],
    });
    expect(calls).toEqual([]);
  });

  it('through an interface, an alias and a fragment', async () => {
    const query = 'mutation { send { ... on Owned { whose: owner } ...F } } fragment F on Letter { what: subject }';
    expect((await ask(['letters:write'], query)).refused).toEqual([
      ['send.whose', 'FORBIDDEN'],
      ['send.what', 'FORBIDDEN'],
    ]);
  });

  it("a field's own scope stands in the place of its type's", async () => {
    expect((await ask(['letters:read'], '{ letter { text } }')).refused).toEqual([['letter.text', 'FORBIDDEN']]);
    expect((await ask(['letters:read', 'letters:open'], '{ letter { text } }')).data).toEqual({ letter: { text: 'Dear Olena' } });
  });
});
