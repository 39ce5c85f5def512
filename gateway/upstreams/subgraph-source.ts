import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type FieldNode, Kind, type OperationDefinitionNode, OperationTypeNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { errors, Pool } from 'undici';
import { z } from 'zod';
import { createDeadline } from '#platform/deadline.ts';
import type { ErrorCode } from '#platform/errors.ts';
import { isQueryDocument } from '#platform/http/query-document.ts';
import { gatewayHeaders } from '#platform/principal/gateway-headers.ts';
import type { PrincipalIssuer } from '#platform/principal/principal-token.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { inSpan, type Span } from '#platform/telemetry/tracing.ts';
import type { GatewayContext } from '../engine/gateway-context.ts';

export interface SubgraphSourceOptions {
  readonly name: string;
  readonly url: string;
  readonly issuer: PrincipalIssuer;
  readonly logger: Logger;
}

export interface SubgraphSource extends GraphQLDataSource<GatewayContext> {
  /** Throws when the subgraph is not there. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

type GatewayGraphQLResponse = Awaited<ReturnType<GraphQLDataSource['process']>>;
type ErrorPath = readonly (string | number)[];

interface DocumentShape {
  readonly paths: readonly ErrorPath[];
  /** A mutation: where its answer is lost, nobody knows whether it was done. */
  readonly changes: boolean;
}

/** The subgraph refuses this gateway's token. */
class GatewayUnknown extends Error {}

const troubles = {
  UPSTREAM_TIMEOUT: 'Part of the bank did not respond in time. Try again in a minute.',
  UPSTREAM_UNAVAILABLE: 'Part of the bank is unavailable. Try again in a minute.',
  OUTCOME_UNKNOWN: 'The outcome of this request is unknown. Check its status before trying again.',
} as const satisfies Partial<Record<ErrorCode, string>>;
type Trouble = keyof typeof troubles;

const connectionsMax = 128;
const answerBytesMax = 32 * 1024 * 1024;
const pingTimeoutMs = 1_000;
/** What is kept back of the request's deadline, so that a late subgraph still leaves time to answer with the rest. */
const marginMs = 250;

const answerShape = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});

/**
 * Asks one subgraph over HTTP on pooled connections. A subgraph that is unavailable costs only its own fields: whatever goes wrong
 * becomes errors with the paths of those fields, and never an exception that would fail the whole request.
 */
export function createSubgraphSource(options: SubgraphSourceOptions): SubgraphSource {
  const { name, issuer, logger } = options;
  const url = new URL(options.url);
  const healthPath = `${url.pathname.replace(/\/graphql$/, '')}/health/live`;
  const pool = new Pool(url.origin, { connections: connectionsMax, pipelining: 1, connect: { timeout: 2_000 } });
  const shapes = new LRUCache<string, DocumentShape>({
    max: 200,
    maxSize: 1_000_000,
    sizeCalculation: (_, query) => query.length + 1,
  });

  async function process(asked: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<GatewayGraphQLResponse> {
    const { request } = asked;
    const query = request.query ?? '';
    const context = asked.context as GatewayContext;
    try {
      const answer = await inSpan(context.trace, `subgraph ${name}`, 'client', { 'portico.subgraph': name }, (span) =>
        ask(query, request.variables, context, span),
      );
      return answer as GatewayGraphQLResponse;
    } catch (error) {
      if (!context.callerLeft.aborted)
        logger.warn({ err: error, subgraph: name, traceId: context.trace.traceId }, 'a subgraph gave no answer');
      return failure(query, error);
    }
  }

  async function ask(query: string, variables: unknown, context: GatewayContext, span: Span): Promise<z.infer<typeof answerShape>> {
    // A change goes on to its end, whoever has left: nobody would know what came of it.
    const left = isQueryDocument(query) ? context.callerLeft : undefined;
    const deadline = createDeadline(context.deadline.remainingMs() - marginMs, context.deadline, left);
    const { statusCode, body: stream } = await pool.request({
      method: 'POST',
      path: url.pathname,
      body: JSON.stringify({ query, variables }),
      signal: deadline.signal,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await issuer.issue(context.principal, name)}`,
        [gatewayHeaders.trace]: span.traceparent,
        [gatewayHeaders.deadline]: String(Math.floor(deadline.remainingMs())),
        [gatewayHeaders.language]: context.language,
      },
    });
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > answerBytesMax) throw new Error(`the answer is over ${answerBytesMax} bytes`);
      chunks.push(chunk);
    }
    if (statusCode === 401)
      throw new GatewayUnknown('it does not know this gateway: is GATEWAY_PUBLIC_KEY there the public half of GATEWAY_SIGNING_KEY here?');
    if (statusCode !== 200) throw new Error(`HTTP ${statusCode}`);
    return answerShape.parse(JSON.parse(Buffer.concat(chunks, size).toString('utf8')));
  }

  function failure(query: string, error: unknown): GatewayGraphQLResponse {
    const late =
      error instanceof Error &&
      (error.name === 'TimeoutError' || error.name === 'AbortError' || error instanceof errors.ConnectTimeoutError);
    const shape = shapes.get(query) ?? shapeOf(query);
    shapes.set(query, shape);
    const code: Trouble = shape.changes && mayHaveArrived(error) ? 'OUTCOME_UNKNOWN' : late ? 'UPSTREAM_TIMEOUT' : 'UPSTREAM_UNAVAILABLE';
    return { errors: shape.paths.map((path) => ({ message: troubles[code], path, extensions: { code } })) as never };
  }

  return {
    process,
    async ping() {
      const { statusCode, body } = await pool.request({ method: 'GET', path: healthPath, signal: AbortSignal.timeout(pingTimeoutMs) });
      await body.dump();
      if (statusCode !== 200) throw new Error(`HTTP ${statusCode}`);
    },
    close: () => pool.destroy(),
  };
}

/** Nothing has left this machine, or the subgraph has looked at nothing but the token. */
function mayHaveArrived(error: unknown): boolean {
  if (error instanceof GatewayUnknown || error instanceof errors.ConnectTimeoutError) return false;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return !['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code);
}

function shapeOf(query: string): DocumentShape {
  const operation = parse(query, { noLocation: true }).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return { paths: responsePaths(operation), changes: operation?.operation === OperationTypeNode.MUTATION };
}

/** The paths of what a subgraph's document asks for; of what it asks of entities, those below the first of them. */
function responsePaths(operation: OperationDefinitionNode | undefined): ErrorPath[] {
  return (operation?.selectionSet.selections ?? []).flatMap((root): ErrorPath[] => {
    if (root.kind !== Kind.FIELD) return [];
    if (root.name.value !== '_entities') return [[responseKey(root)]];
    const inner = (root.selectionSet?.selections ?? []).flatMap((node) =>
      node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet.selections : [node],
    );
    const keys = inner.flatMap((node) => (node.kind === Kind.FIELD && node.name.value !== '__typename' ? [responseKey(node)] : []));
    return [...new Set(keys)].map((key) => ['_entities', 0, key]);
  });
}

function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
