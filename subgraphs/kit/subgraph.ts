import { buildSubgraphSchema } from '@apollo/subgraph';
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import { concatAST, type GraphQLSchema, parse, specifiedDirectives } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import type { RequestContext } from './context.ts';
import { enforceScopes, spreadScopes } from './requires-scope.ts';

/** Federation 2 (https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/directives). */
const federationLink = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@tag", "@listSize", "@requiresScopes"])`;

// biome-ignore lint/complexity/noBannedTypes: type-graphql's own type of a class list
type Classes = readonly Function[];

/** What `_entities` runs for a representation of one type. Answers null for what the caller must not see. */
// biome-ignore lint/suspicious/noExplicitAny: graphql-js leaves the representation and the context to the schema's owner
export type ReferenceResolver = (reference: any, context: any) => unknown;

export interface SubgraphDefinition {
  readonly resolvers: Classes;
  /** Object types that no field of this subgraph's Query leads to: those behind an interface, and entities that it only adds to. */
  readonly orphanedTypes?: Classes;
  readonly references: Readonly<Record<string, ReferenceResolver>>;
}

/** A part of the graph that is ready to execute: its schema, and what its resolvers get for each request. */
export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** Adds this subgraph's loaders to what every resolver gets. Called once a request. */
  createContext(request: RequestContext): RequestContext;
  /** Says who works on its jobs and reads the journal for it. Called once, before either of them starts. */
  registerWork?(): void;
}

/** A subgraph's executable schema, with `_entities` and `_service`. */
export function buildFederatedSchema(definition: SubgraphDefinition): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: definition.resolvers as unknown as NonEmptyArray<() => void>,
    orphanedTypes: [...(definition.orphanedTypes ?? [])],
    directives: [...specifiedDirectives],
    // Arguments are checked by their scalars and resolvers; class-validator would check them a second time.
    validate: false,
  });
  const typeDefs = spreadScopes(concatAST([parse(federationLink), getDocumentNodeFromSchema(schema)]));
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  for (const [type, resolveReference] of Object.entries(definition.references)) {
    // What it throws at once would end `_entities` as a whole, where a rejection belongs to its one representation.
    const rejecting: ReferenceResolver = async (reference, context) => resolveReference(reference, context);
    resolvers[type] = { ...resolvers[type], __resolveReference: rejecting };
  }
  return enforceScopes(buildSubgraphSchema({ typeDefs, resolvers: resolvers as never }));
}
