import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { MIMEType } from 'node:util';
import { z } from 'zod';
import { BodyTooLarge, parseJson, readBody } from '#platform/http/json-body.ts';
import { badRequest, HttpRefusal } from './http-refusal.ts';

/** A GraphQL request over HTTP that is well-formed, though its document has not been looked at. */
export interface GraphqlRequest {
  readonly query: string | undefined;
  readonly operationName: string | undefined;
  /** The SHA-256 of the document, in hexadecimal, by which it is known in the log: its own text may hold anything. */
  readonly documentHash: string | undefined;
  /** For POST, the body that is handed on; absent for GET. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

export const allowedMethods = 'GET, HEAD, POST, OPTIONS';

export const bodyBytesMax = 100_000;
const queryStringMax = 16_000;
const variablesDepthMax = 20;
const variablesCountMax = 1_000;

const jsonObject = z.record(z.string(), z.unknown());
const postBody = z.object({
  query: z.string({ error: 'query must be a string.' }).nullish(),
  operationName: z
    .string({ error: 'operationName must be a string.' })
    .max(200, { error: 'operationName is longer than 200 characters.' })
    .nullish(),
  variables: z.record(z.string(), z.unknown(), { error: 'variables must be an object.' }).nullish(),
  extensions: z.record(z.string(), z.unknown(), { error: 'extensions must be an object.' }).nullish(),
});

/** Reads the request by GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/). Throws an HttpRefusal. */
export async function readGraphqlRequest(request: IncomingMessage, url: URL): Promise<GraphqlRequest> {
  switch (request.method) {
    case 'POST':
      return readPost(request);
    case 'GET':
    case 'HEAD':
      return readGet(request, url);
    default:
      throw new HttpRefusal(405, 'BAD_USER_INPUT', 'Ask by POST, or by GET for queries.', { allow: allowedMethods });
  }
}

async function readPost(request: IncomingMessage): Promise<GraphqlRequest> {
  checkMediaType(request);
  let json: unknown;
  try {
    json = parseJson(await readBody(request, bodyBytesMax));
  } catch (error) {
    if (error instanceof BodyTooLarge)
      throw new HttpRefusal(413, error.code, error.publicMessage, { connection: 'close' }, { cause: error });
    throw error;
  }
  if (Array.isArray(json)) throw badRequest('One operation a request: arrays of operations are not taken.');
  const isObject = jsonObject.safeParse(json);
  if (!isObject.success) throw badRequest('The body must be a JSON object.');
  const read = postBody.safeParse(json);
  if (!read.success) throw badRequest(read.error.issues[0]?.message ?? 'The body is no GraphQL request.');
  const { query, operationName, variables, extensions } = read.data;
  if (!query && extensions?.persistedQuery === undefined) throw badRequest('The body has no query.');
  checkVariables(variables);
  const documentHash = hashOf(query, extensions);
  // Only what is there: the server takes a key without a value for a wrong one.
  const body = Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined && value !== null));
  return { query: query ?? undefined, operationName: operationName ?? undefined, documentHash, body };
}

/** JSON in UTF-8, as it is: no other type, charset or coding of a body is read (RFC 9110, section 15.5.16). */
function checkMediaType({ headers }: IncomingMessage): void {
  const unsupported = (message: string, hint: Readonly<Record<string, string>>) => new HttpRefusal(415, 'BAD_USER_INPUT', message, hint);
  const type = readMediaType(headers['content-type']);
  const charset = type?.params.get('charset') ?? 'utf-8';
  if (type?.essence !== 'application/json' || charset.toLowerCase() !== 'utf-8') {
    throw unsupported('The content-type must be application/json, in UTF-8.', { 'accept-post': 'application/json; charset=utf-8' });
  }
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
    throw unsupported('The body must not be compressed.', { 'accept-encoding': 'identity' });
  }
}

function readMediaType(text: string | undefined): MIMEType | undefined {
  try {
    return text === undefined ? undefined : new MIMEType(text);
  } catch {
    return undefined;
  }
}

/** Headers that no page of another site can send without asking first (CORS preflight), so that a GET cannot be forged. */
const preflightHeaders = ['x-apollo-operation-name', 'apollo-require-preflight'];

function readGet(request: IncomingMessage, url: URL): GraphqlRequest {
  const contentType = request.headers['content-type'] ?? '';
  const preflighted = /^application\/json/i.test(contentType) || preflightHeaders.some((name) => request.headers[name]);
  if (!preflighted) throw badRequest('A GET must carry the header apollo-require-preflight: true. Open /explorer to try queries.');
  if (url.search.length > queryStringMax) throw new HttpRefusal(414, 'BAD_USER_INPUT', 'The address is too long; ask by POST.');
  const names = ['query', 'operationName', 'variables', 'extensions'];
  if (names.some((name) => url.searchParams.getAll(name).length > 1)) throw badRequest('A parameter is given twice.');
  for (const name of ['variables', 'extensions']) {
    const text = url.searchParams.get(name);
    const value = text === null ? {} : parseJson(Buffer.from(text));
    if (!jsonObject.safeParse(value).success) throw badRequest(`${name} must be a JSON object.`);
    checkVariables(value);
  }
  const query = url.searchParams.get('query') ?? undefined;
  const extensions = url.searchParams.get('extensions');
  const documentHash = hashOf(query, extensions === null ? undefined : parseJson(Buffer.from(extensions)));
  if (!query && extensions === null) throw badRequest('The address has no query.');
  return { query: query || undefined, operationName: url.searchParams.get('operationName') ?? undefined, documentHash, body: undefined };
}

const persistedExtension = z.object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** The document's hash. One that comes with its query must be the query's: another one would be kept under it. */
function hashOf(query: string | null | undefined, extensions: unknown): string | undefined {
  const own = query ? createHash('sha256').update(query).digest('hex') : undefined;
  const persisted = (extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery;
  if (persisted === undefined || persisted === null) return own;
  const read = persistedExtension.safeParse(persisted);
  if (!read.success) throw badRequest('persistedQuery must have version 1 and a sha256Hash of 64 hexadecimal digits.');
  if (own !== undefined && own !== read.data.sha256Hash) throw badRequest('The hash in extensions is not the hash of the query.');
  return read.data.sha256Hash;
}

function checkVariables(variables: unknown): void {
  let count = 0;
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null) return;
    if (depth > variablesDepthMax) throw badRequest(`variables are nested deeper than ${variablesDepthMax}.`);
    for (const inner of Object.values(value)) {
      count += 1;
      if (count > variablesCountMax) throw badRequest(`variables hold more than ${variablesCountMax} values.`);
      walk(inner, depth + 1);
    }
  };
  walk(variables, 1);
}
