import { type DocumentNode, execute, GraphQLError, type GraphQLFormattedError, parse, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { RequestContext } from './context.ts';
import { formatError } from './format-error.ts';
import type { Subgraph } from './subgraph.ts';

export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

export interface SubgraphResponse {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

export type SubgraphExecutor = (request: SubgraphRequest, context: RequestContext) => Promise<SubgraphResponse>;

/** The gateway sends few distinct documents, one for each step of a query plan. */
const documentsMax = 2_000;
const documentsCharactersMax = 4_000_000;

/** Runs the gateway's requests on one subgraph. A document is parsed and validated once. */
export function createExecutor(subgraph: Subgraph, logger: Logger): SubgraphExecutor {
  const documents = new LRUCache<string, DocumentNode | readonly GraphQLError[]>({
    max: documentsMax,
    maxSize: documentsCharactersMax,
    sizeCalculation: (_, query) => query.length + 1,
  });

  function documentOf(query: string): DocumentNode | readonly GraphQLError[] {
    const kept = documents.get(query);
    if (kept !== undefined) return kept;
    const read = readDocument(subgraph, query);
    documents.set(query, read);
    return read;
  }

  return async ({ query, variables, operationName }, context) => {
    const format = (error: GraphQLError) => formatError(error, logger, context);
    const document = documentOf(query);
    if (!('kind' in document)) return { errors: document.map(format) };
    const { data, errors } = await execute({
      schema: subgraph.schema,
      document,
      variableValues: variables,
      operationName,
      contextValue: subgraph.createContext(context),
    });
    return { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors: errors.map(format) }) };
  };
}

function readDocument(subgraph: Subgraph, query: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query, { noLocation: true });
    const errors = validate(subgraph.schema, document, undefined, { maxErrors: 5 });
    return errors.length > 0 ? errors : document;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
