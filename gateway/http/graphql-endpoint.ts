import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { createDeadline } from '#platform/deadline.ts';
import { callerLeftSignal } from '#platform/http/caller-left.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { inSpan, type Span } from '#platform/telemetry/tracing.ts';
import type { Authentication } from '../auth/authentication.ts';
import type { GatewayContext } from '../engine/gateway-context.ts';
import type { Admission } from '../limits/admission.ts';
import type { CheckedDocument, DocumentCheck } from '../limits/document-check.ts';
import { type GraphqlRequest, readGraphqlRequest } from './graphql-request.ts';
import { badRequest, HttpRefusal } from './http-refusal.ts';
import { chooseLanguage } from './language.ts';
import { overloaded } from './overloaded.ts';
import { chooseResponseType, type ResponseType } from './response-type.ts';

export interface GraphqlEndpointOptions {
  readonly server: ApolloServer<GatewayContext>;
  readonly authentication: Authentication;
  readonly documentCheck: DocumentCheck;
  /** The longest that a request may take, in milliseconds. */
  readonly deadlineMs: number;
  readonly admission: Admission;
  readonly logger: Logger;
}

/** `/graphql`. Throws an HttpRefusal for what does not reach the graph. */
export function createGraphqlEndpoint(options: GraphqlEndpointOptions) {
  async function execute(request: IncomingMessage, search: string, asked: GraphqlRequest, type: ResponseType, context: GatewayContext) {
    const leave = options.admission.enter();
    if (leave === undefined) throw overloaded();
    try {
      return await options.server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: toApolloRequest(request, search, asked, type),
        context: async () => context,
      });
    } finally {
      leave();
    }
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL, received: Span): Promise<void> => {
    const startedAt = performance.now();
    const { traceId } = received;
    const callerLeft = callerLeftSignal(response);
    const type = chooseResponseType(request.headers.accept);
    if (type === undefined) {
      throw new HttpRefusal(406, 'BAD_USER_INPUT', 'Answers are application/graphql-response+json or application/json, in UTF-8.');
    }
    // A place is taken only once the whole request is here: one that is sent slowly holds nobody up.
    const asked = await readGraphqlRequest(request, url);
    const identity = await options.authentication.identify(request.headers.authorization);
    if (asked.query !== undefined) checkOperationName(options.documentCheck.check(asked.query), asked.operationName);
    const run = (trace: Span) =>
      execute(request, url.search, asked, type, {
        principal: identity.principal,
        deadline: createDeadline(options.deadlineMs),
        callerLeft,
        trace,
        language: chooseLanguage(request.headers['accept-language'], identity.locale),
      });
    const result = await inSpan(received, 'graphql operation', 'internal', {}, run);
    const tookMs = () => Math.round(performance.now() - startedAt);
    if (callerLeft.aborted) {
      options.logger.info({ tookMs: tookMs(), traceId }, 'the caller left before the answer');
      return;
    }
    if (result.body.kind !== 'complete') throw new HttpRefusal(500, 'INTERNAL', 'Something went wrong on our side.');
    const status = result.status ?? 200;
    const text = withTraceId(result.body.string, status, traceId);
    for (const [name, value] of result.headers) response.setHeader(name, value);
    response.writeHead(status, { 'content-length': Buffer.byteLength(text), 'cache-control': 'no-store' });
    response.end(text);
    options.logger.info({ document: asked.documentHash, status, codes: codesIn(text), tookMs: tookMs(), traceId }, 'answered');
  };
}

/** The codes of an answer's errors, which stand before its data. */
function codesIn(text: string): string[] | undefined {
  if (!text.startsWith('{"errors":')) return undefined;
  return [...new Set([...text.slice(0, 20_000).matchAll(/"code":"([A-Z_]+)"/g)].map(([, code]) => code ?? ''))].slice(0, 10);
}

/** What the server refuses before it has a request of its own to name goes out without a trace id; here it gets one. */
function withTraceId(text: string, status: number, traceId: string): string {
  if (status < 400 || text.includes('"traceId"')) return text;
  const body = JSON.parse(text) as { errors?: { extensions?: object }[] };
  return JSON.stringify({ ...body, errors: body.errors?.map((error) => ({ ...error, extensions: { ...error.extensions, traceId } })) });
}

/** Which operation runs must be certain (GraphQL specification, section 6.1.1, GetOperation). */
function checkOperationName({ operations }: CheckedDocument, operationName: string | undefined): void {
  if (operationName !== undefined && operationName !== '') {
    if (!operations.includes(operationName)) throw badRequest('The document has no operation of the name in operationName.');
  } else if (operations.length > 1) {
    throw badRequest('The document has several operations: say which one in operationName.');
  }
}

function toApolloRequest(request: IncomingMessage, search: string, asked: GraphqlRequest, type: ResponseType) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('accept', type);
  // HEAD is a GET whose body stays here (RFC 9110, section 9.3.2).
  return { method: request.method === 'POST' ? 'POST' : 'GET', headers, search, body: asked.body };
}
