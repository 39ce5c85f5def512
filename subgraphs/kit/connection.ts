import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { BankError } from '#platform/errors.ts';

export const pageSizeMax = 100;

@ObjectType('PageInfo', { description: 'Pagination information, as in the Relay connection specification. Pagination is forward only.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more items after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are items before this page, if known without another request.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first edge. Null if the page is empty.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last edge, to pass as `after`. Null if the page is empty.' })
  endCursor!: string | null;
}

export interface Edge<Node> {
  readonly node: Node;
  readonly cursor: string;
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
}

/** The fields of an edge, for a class that extends it under its own name. */
export function edgeOf<Node extends object>(node: () => ClassType<Node>) {
  @ObjectType()
  abstract class EdgeOf {
    @Field(() => node(), { description: 'What is at the end of the edge.' })
    node!: Node;

    @Field(() => String, { description: 'An opaque cursor. Pass it as `after` to get the next page.' })
    cursor!: string;
  }
  return EdgeOf;
}

/** The fields of a page, for a class that extends it under its own name. */
export function connectionOf<OwnEdge extends object>(edge: () => ClassType<OwnEdge>) {
  @ObjectType()
  abstract class ConnectionOf {
    @Field(() => [edge()], { description: 'The edges of the page. At most `first`, up to 100.' })
    edges!: OwnEdge[];

    @Field(() => PageInfo, { description: 'Information for pagination.' })
    pageInfo!: PageInfo;
  }
  return ConnectionOf;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'The maximum number of items to return, from 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Returns items after this cursor. Leave it out to start at the beginning.' })
  after?: string | null;
}

export function toConnection<Node>(edges: readonly Edge<Node>[], hasNextPage: boolean, hasPreviousPage: boolean): Connection<Node> {
  return {
    edges,
    pageInfo: { hasNextPage, hasPreviousPage, startCursor: edges.at(0)?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

export function checkPageSize(first: number): number {
  if (first >= 1 && first <= pageSizeMax) return first;
  throw new BankError('BAD_USER_INPUT', `first must be between 1 and ${pageSizeMax}.`);
}
