import { type GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isErrorCode } from '#platform/errors.ts';
import { excerpt, maskCardNumbers } from '#platform/telemetry/redact.ts';

/** Codes of the GraphQL server that clients' libraries act on; they keep them. */
const protocolCodes: ReadonlySet<string> = new Set(['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED']);

/** Codes of the GraphQL server that all mean: the request itself is wrong. Their messages name nothing but the request's own words. */
const requestCodes: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
]);

/**
 * What of an error leaves the bank: its message where it is meant for clients, its path and a stable code. Nothing else
 * does, whatever a library or a subgraph has put into `extensions`. `traceId` is added where the request is known.
 */
export function toPublicError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  const place = { ...(formatted.locations && { locations: formatted.locations }), ...(formatted.path && { path: formatted.path }) };
  // The server quotes a wrong literal as a whole, whatever its length.
  if (typeof code === 'string' && requestCodes.has(code))
    return { message: excerpt(formatted.message), ...place, extensions: { code: 'BAD_USER_INPUT' } };
  const message = maskCardNumbers(formatted.message).text;
  // Whatever is said of a fault inside, by whomever, is for our own log.
  if (isErrorCode(code) && code !== 'INTERNAL') return { message, ...place, extensions: { code } };
  if (typeof code === 'string' && protocolCodes.has(code)) return { message, ...place, extensions: { code } };
  return { message: 'Something went wrong on our side.', ...place, extensions: { code: 'INTERNAL' } };
}

/** Whether an error hides something that our own log should have. */
export function isInternal(error: GraphQLError): boolean {
  const { code } = error.extensions;
  return !isErrorCode(code) && !(typeof code === 'string' && (protocolCodes.has(code) || requestCodes.has(code)));
}
