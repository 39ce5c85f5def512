import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Span } from '#platform/telemetry/tracing.ts';
import type { GatewayContext } from './gateway-context.ts';

export interface OperationTrace {
  readonly plugin: ApolloServerPlugin<GatewayContext>;
  /** The gateway has the query plan, made or remembered. */
  planned(context: GatewayContext): void;
}

/** Tells an operation's span what it is, and gives the making of its query plan a span of its own. */
export function createOperationTrace(): OperationTrace {
  const planning = new WeakMap<GatewayContext, Span>();

  function planned(context: GatewayContext): void {
    planning.get(context)?.end();
    planning.delete(context);
  }

  return {
    planned,
    plugin: {
      requestDidStart: async () => ({
        async didResolveOperation({ operation, operationName, contextValue }) {
          contextValue.trace.set({
            ...(operation === undefined ? {} : { 'graphql.operation.type': operation.operation }),
            ...(operationName === null ? {} : { 'portico.operation.name_hash': hashOf(operationName) }),
          });
        },
        async executionDidStart({ contextValue }) {
          planning.set(contextValue, contextValue.trace.child('plan', 'internal'));
        },
        async willSendResponse({ response, contextValue }) {
          planned(contextValue);
          const error = response.body.kind === 'single' ? response.body.singleResult.errors?.[0] : undefined;
          if (typeof error?.extensions?.code === 'string') contextValue.trace.set({ 'error.type': error.extensions.code });
        },
      }),
    },
  };
}

function hashOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}
