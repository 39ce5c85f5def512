import { Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { BankError } from '#platform/errors.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { createExecutor } from './executor.ts';
import { createGraphIds } from './graph-ids.ts';
import { buildFederatedSchema } from './subgraph.ts';

@ObjectType({ description: 'Something that other subgraphs refer to.' })
@Directive('@key(fields: "id")')
class Thing {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

@Resolver(() => Thing)
class ThingResolver {
  @Query(() => Thing, { nullable: true, description: 'One of them.' })
  thing(): Thing {
    return { id: 'thing' };
  }
}

it('a reference that is refused at once costs itself alone, with its own code at its own place', async () => {
  const execute = createExecutor(
    {
      name: 'things',
      schema: buildFederatedSchema({
        resolvers: [ThingResolver],
        references: {
          Thing({ id }: { id: string }) {
            if (id === 'forbidden') throw new BankError('FORBIDDEN', 'This is not for you.');
            return { id };
          },
        },
      }),
      createContext: (request) => request,
    },
    createLogger('test', 'silent'),
  );
  const answer = await execute(
    {
      query: 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Thing { id } } }',
      variables: { representations: ['first', 'forbidden', 'last'].map((id) => ({ __typename: 'Thing', id })) },
    },
    {
      principal: { kind: 'staff', subject: 'somebody', roles: [], scopes: [] },
      deadline: createDeadline(1_000),
      trace: unrecorded(),
      language: 'en',
      ids: createGraphIds('the secret of this test, 32 characters or more'),
    },
  );
  expect(answer).toEqual({
    data: { _entities: [{ id: 'first' }, null, { id: 'last' }] },
    errors: [{ message: 'This is not for you.', path: ['_entities', 1], extensions: { code: 'FORBIDDEN' } }],
  });
});
