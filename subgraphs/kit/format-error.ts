import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CallerLeft } from '#platform/deadline.ts';
import { BankError, LegacyFailure } from '#platform/errors.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { RequestContext } from './context.ts';

/** Whatever was thrown: what is said of a fault inside is for our own log. */
const internalMessage = 'Something went wrong on our side.';

/**
 * What of an error goes to the gateway: a code, a public message and the path. Everything else stays in our own log, at a
 * level that fits: a legacy system in trouble is a warning, a fault of ours is an error.
 */
export function formatError(
  error: GraphQLError,
  logger: Logger,
  { trace: { traceId }, deadline }: Pick<RequestContext, 'deadline'> & { readonly trace: { readonly traceId: string } },
): GraphQLFormattedError {
  const path = error.path === undefined ? {} : { path: error.path };
  const original = causeOf(error);
  if (original instanceof BankError) {
    if (original.code === 'INTERNAL') logger.error({ err: original, traceId }, 'a fault of ours');
    else if (original instanceof LegacyFailure && !(deadline.signal.reason instanceof CallerLeft))
      logger.warn({ code: original.code, detail: original.message, traceId }, 'a legacy system is in trouble');
    const message = original.code === 'INTERNAL' ? internalMessage : placeOf(error) + original.publicMessage;
    return { message, ...path, extensions: { code: original.code } };
  }
  if (original === undefined) {
    logger.debug({ detail: error.message, traceId }, 'a request that does not fit the schema');
    return { message: 'The request does not fit the schema.', ...path, extensions: { code: 'BAD_USER_INPUT' } };
  }
  logger.error({ err: original, traceId }, 'a fault of ours');
  return { message: internalMessage, ...path, extensions: { code: 'INTERNAL' } };
}

/** Which part of a variable was wrong, where graphql-js says so: `filter.amountFrom: `. */
function placeOf(error: GraphQLError): string {
  const place = /^Variable "\$(\w+)" got invalid value .*?(?: at "([\w.[\]]+)")?; Expected type/s.exec(error.message);
  return place === null ? '' : `${place[2] ?? place[1]}: `;
}

/** What was thrown; graphql-js wraps what a scalar throws twice. Nothing for an error that graphql-js itself found. */
function causeOf(error: GraphQLError): Error | undefined {
  const { originalError } = error;
  return originalError instanceof GraphQLError ? causeOf(originalError) : (originalError ?? undefined);
}
