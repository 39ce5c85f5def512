import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { type ASTNode, GraphQLError, isNonNullType } from 'graphql';
import type { ErrorCode } from '#platform/errors.ts';
import type { Principal } from '#platform/principal/principal.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { deniedOperation, type RequiredScopes, readRequiredScopes } from '../auth/required-scopes.ts';
import { documentLimits } from '../limits/document-limits.ts';
import { readsSchema } from '../limits/introspection.ts';
import { variablesFault } from '../limits/variables.ts';
import type { SubgraphSource } from '../upstreams/subgraph-source.ts';
import { disableApolloReporting } from './apollo-reporting.ts';
import type { GatewayContext } from './gateway-context.ts';
import { createOperationTrace } from './operation-trace.ts';
import { isInternal, toPublicError } from './public-error.ts';

export interface GraphServerOptions {
  readonly supergraphSdl: string;
  readonly sourceOf: (subgraph: string) => SubgraphSource;
  readonly mayIntrospect: (principal: Principal) => boolean;
  readonly logger: Logger;
}

/** The federated graph: Apollo Server over Apollo's gateway, quiet, offline, and with nothing internal in its answers. */
export function createGraphServer(options: GraphServerOptions): ApolloServer<GatewayContext> {
  disableApolloReporting();
  const { logger } = options;
  const required = readRequiredScopes(options.supergraphSdl);
  // What these libraries log is for our operators, as debugging; what matters is logged by us.
  const quiet = {
    debug() {},
    info() {},
    warn: (detail?: string) => logger.debug({ detail }, 'the GraphQL server warns'),
    error: (detail?: string) => logger.debug({ detail }, 'the GraphQL server could not go on'),
  };
  const trace = createOperationTrace();
  const gateway = new ApolloGateway({
    supergraphSdl: required.sdl,
    buildService: ({ name }) => options.sourceOf(name),
    logger: quiet,
    experimental_didResolveQueryPlan: ({ requestContext }) => trace.planned(requestContext.context as GatewayContext),
    queryPlannerConfig: { debug: { maxEvaluatedPlans: 1_000 } },
  });
  return new ApolloServer<GatewayContext>({
    gateway,
    logger: quiet,
    // Whether a caller may introspect depends on the caller; the guard below decides.
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: documentLimits.tokens },
    validationOptions: { maxErrors: 4 },
    persistedQueries: { ttl: 24 * 60 * 60 },
    cache: 'bounded',
    formatError: (formatted) => toPublicError(formatted),
    plugins: [
      requestGuard(options.mayIntrospect),
      scopeGuard(required),
      errorLog(logger),
      trace.plugin,
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
}

/** What can only be checked once the document is known, whether it came with the request or by its hash. */
function requestGuard(mayIntrospect: (principal: Principal) => boolean): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ document, operation, request, schema, contextValue }) {
        if (operation === undefined) throw refusal('BAD_USER_INPUT', 'Say in operationName which operation of the document is meant.');
        const fault = variablesFault(schema, operation, request.variables ?? {});
        if (fault !== undefined) throw refusal('BAD_USER_INPUT', fault.message, fault.nodes);
        if (!mayIntrospect(contextValue.principal) && readsSchema(schema, document, operation, request.variables ?? {})) {
          throw refusal('FORBIDDEN', 'The schema is open to users with the role explorer only; log in as one.');
        }
      },
    }),
  };
}

/** Answers an operation of which the token grants nothing, before it is planned. */
function scopeGuard(required: RequiredScopes): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      async responseForOperation({ document, operation, schema, contextValue: { principal } }) {
        const rootType = schema.getRootType(operation.operation);
        const denied = rootType && deniedOperation(required, rootType.name, document, operation, principal);
        if (!rootType || !denied) return null;
        const isNullable = denied.every(({ name }) => !isNonNullType(rootType.getFields()[name]?.type));
        const errors = denied.map(({ responseKey, missing }) => ({
          ...(principal.kind === 'anonymous'
            ? { message: 'Log in first.', extensions: { code: 'UNAUTHENTICATED' } }
            : { message: `This needs the scope ${missing.join(' and ')}.`, extensions: { code: 'FORBIDDEN' } }),
          path: [responseKey],
        }));
        const data = isNullable ? Object.fromEntries(denied.map(({ responseKey }) => [responseKey, null])) : null;
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { errors, data } } };
      },
    }),
  };
}

function refusal(code: ErrorCode, message: string, nodes: readonly ASTNode[] = []): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { code, http: { status: 400 } } });
}

/** Gives every error its trace id, and the log those that clients are told nothing about. */
function errorLog(logger: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      async didEncounterErrors({ errors, contextValue }) {
        for (const error of errors)
          if (isInternal(error)) logger.error({ err: error, traceId: contextValue.trace.traceId }, 'a fault of ours');
      },
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        if (singleResult.errors === undefined) return;
        singleResult.errors = singleResult.errors.map((error) => ({
          ...error,
          extensions: { ...error.extensions, traceId: contextValue.trace.traceId },
        }));
        // The server's own words for a document that two operations stand in without a name to choose by, and the like.
        delete singleResult.extensions;
      },
    }),
  };
}
