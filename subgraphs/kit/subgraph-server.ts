import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { createDeadline } from '#platform/deadline.ts';
import { BankError } from '#platform/errors.ts';
import { callerLeftSignal } from '#platform/http/caller-left.ts';
import { answerHealth } from '#platform/http/health-paths.ts';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';
import { parseJson, readBody } from '#platform/http/json-body.ts';
import { isQueryDocument } from '#platform/http/query-document.ts';
import { beginRequestSpan } from '#platform/http/request-span.ts';
import { asBankError, respondError } from '#platform/http/respond-error.ts';
import { respondJson } from '#platform/http/respond-json.ts';
import { defaultLanguage, languages } from '#platform/language.ts';
import { gatewayHeaders } from '#platform/principal/gateway-headers.ts';
import type { Principal } from '#platform/principal/principal.ts';
import type { PrincipalVerifier } from '#platform/principal/principal-token.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Span, Tracing } from '#platform/telemetry/tracing.ts';
import type { Language, RequestContext } from './context.ts';
import { createExecutor } from './executor.ts';
import type { GraphIds } from './graph-ids.ts';
import type { Subgraph } from './subgraph.ts';

export interface SubgraphServerOptions {
  readonly subgraph: Subgraph;
  readonly host: string;
  readonly port: number;
  readonly verifier: PrincipalVerifier;
  readonly ids: GraphIds;
  readonly tracing: Tracing;
  readonly logger: Logger;
}

const bodyBytesMax = 1_048_576;
const deadlineMsMax = 30_000;

const body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});
const deadlineHeader = z.coerce.number().int().min(0).max(deadlineMsMax).catch(deadlineMsMax);
const languageHeader = z.enum(languages).catch(defaultLanguage);

/** One subgraph over HTTP, for the gateway only: `POST /graphql` with the gateway's token, `/health/live` and `/health/ready`. */
export function createSubgraphServer(options: SubgraphServerOptions): HttpServer {
  const { subgraph, logger } = options;
  const execute = createExecutor(subgraph, logger);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (answerHealth(request, response, async () => !server.draining)) return;
    if (request.url !== '/graphql') return respondJson(response, 404, refusal(new BankError('NOT_FOUND', 'There is nothing here.')));
    if (request.method !== 'POST')
      return respondJson(response, 405, refusal(new BankError('BAD_USER_INPUT', 'Only POST.')), { allow: 'POST' });
    const trace = beginRequestSpan(options.tracing, request, response, '/graphql', { 'portico.subgraph': subgraph.name });
    const callerLeft = callerLeftSignal(response);
    const principal = await principalOf(request);
    const asked = body.safeParse(parseJson(await readBody(request, bodyBytesMax)));
    if (!asked.success) throw new BankError('BAD_USER_INPUT', 'The body is no GraphQL request.');
    const { query, variables, operationName } = asked.data;
    const context = contextOf(request, principal, trace, isQueryDocument(query) ? callerLeft : undefined);
    respondJson(
      response,
      200,
      await execute({ query, variables: variables ?? undefined, operationName: operationName ?? undefined }, context),
    );
  }

  async function principalOf({ headers }: IncomingMessage): Promise<Principal> {
    const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
    if (token === undefined) throw new BankError('UNAUTHENTICATED', 'Only the gateway may ask here.');
    return options.verifier.verify(token);
  }

  function contextOf(request: IncomingMessage, principal: Principal, trace: Span, left: AbortSignal | undefined): RequestContext {
    return {
      principal,
      deadline: createDeadline(deadlineHeader.parse(request.headers[gatewayHeaders.deadline]), undefined, left),
      trace,
      language: languageHeader.parse(request.headers[gatewayHeaders.language]) satisfies Language,
      ids: options.ids,
    };
  }

  const server: HttpServer = createHttpServer({
    name: `subgraph ${subgraph.name}`,
    host: options.host,
    port: options.port,
    handle: (request, response) => {
      answer(request, response).catch((error: unknown) => {
        if (!(error instanceof BankError)) logger.error({ err: error }, 'a fault of ours');
        else if (error.code === 'UNAUTHENTICATED')
          logger.warn({ subgraph: subgraph.name }, 'refused a caller whose token is not by GATEWAY_PUBLIC_KEY for this subgraph');
        const known = asBankError(error);
        respondError(response, known, { body: refusal(known) });
      });
    },
  });
  return server;
}

function refusal({ publicMessage: message, code }: BankError): object {
  return { errors: [{ message, extensions: { code } }] };
}
