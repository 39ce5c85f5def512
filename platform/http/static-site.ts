import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface StaticFile {
  /** The exact request path: `/explorer/page.css`. */
  readonly path: string;
  /** A file that is read once, at start, or the text itself. */
  readonly content: URL | string;
  /** The media type, where the path's ending does not say it. */
  readonly type?: string;
  /** The path names the version of its content, so a browser may keep it for good. */
  readonly immutable?: boolean;
}

export interface StaticSite {
  readonly prefix: string;
  handle(request: IncomingMessage, response: ServerResponse): void;
}

export interface StaticSiteOptions {
  readonly prefix: string;
  readonly files: readonly StaticFile[];
  /** Paths that a script of the page at `prefix` shows something under: they are answered with that page. */
  readonly routes?: RegExp;
  /** The directives of the Content-Security-Policy header, one a string: `default-src 'self'`. */
  readonly contentSecurityPolicy: readonly string[];
}

type Encoding = 'br' | 'gzip';
type OutgoingHeaders = Record<string, string | number>;

interface LoadedFile {
  readonly content: Buffer;
  readonly hash: string;
  readonly headers: OutgoingHeaders;
  /** Made on the first request that wants it, then kept; at most one for each encoding. `undefined`: not worth it. */
  readonly compressed: Map<Encoding, Promise<Buffer | undefined>>;
}

const filesMax = 200;
const siteBytesMax = 32 * 1024 * 1024;
/** Below this a compressed answer saves no packet. */
const compressibleBytesMin = 1024;

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.graphql': 'application/graphql; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

const compressors: Readonly<Record<Encoding, (content: Buffer) => Promise<Buffer>>> = {
  br: (content) =>
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength },
    }),
  gzip: (content) => promisify(gzip)(content, { level: 6 }),
};

/**
 * Serves a fixed list of files out of memory. A request path is only ever looked up in a map, never joined to a folder,
 * so there is nothing to traverse. GET and HEAD; validators and compression per RFC 9110.
 * Throws when a file is missing, named twice, outside the prefix, of an unknown type, or the site is too large.
 */
export function createStaticSite(options: StaticSiteOptions): StaticSite {
  const securityHeaders: OutgoingHeaders = {
    'content-security-policy': options.contentSecurityPolicy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
  const files = loadFiles(options, securityHeaders);

  async function answer(request: IncomingMessage, response: ServerResponse, file: LoadedFile): Promise<void> {
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const compressed = encoding === undefined ? undefined : await compress(file, encoding);
    const etag = `"${file.hash}${compressed === undefined ? '' : `-${encoding}`}"`;
    const headers: OutgoingHeaders = { ...file.headers, etag };
    if (matchesEtag(request.headers['if-none-match'], etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    const body = compressed ?? file.content;
    if (compressed !== undefined && encoding !== undefined) headers['content-encoding'] = encoding;
    response.writeHead(200, { ...headers, 'content-length': body.byteLength });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  return {
    prefix: options.prefix,
    handle(request, response) {
      const path = request.url?.split('?', 1)[0] ?? '';
      const file = files.get(path) ?? (options.routes?.test(path) === true ? files.get(options.prefix) : undefined);
      if (file === undefined) return refuse(response, 404, 'Not found\n', securityHeaders);
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        return refuse(response, 405, 'Only GET and HEAD\n', { ...securityHeaders, allow: 'GET, HEAD' });
      }
      void answer(request, response, file);
    },
  };
}

function loadFiles(options: StaticSiteOptions, securityHeaders: OutgoingHeaders): ReadonlyMap<string, LoadedFile> {
  if (options.files.length > filesMax) throw new Error(`${options.prefix}: more than ${filesMax} files`);
  const files = new Map<string, LoadedFile>();
  let bytes = 0;
  for (const file of options.files) {
    if (!file.path.startsWith(options.prefix)) throw new Error(`${file.path} is outside ${options.prefix}`);
    if (files.has(file.path)) throw new Error(`${file.path} is named twice`);
    const type = file.type ?? mediaTypes[extname(file.path)];
    if (type === undefined) throw new Error(`${file.path} has no known media type`);
    const content = typeof file.content === 'string' ? Buffer.from(file.content) : readFileSync(file.content);
    bytes += content.byteLength;
    if (bytes > siteBytesMax) throw new Error(`${options.prefix}: more than ${siteBytesMax} bytes`);
    files.set(file.path, {
      content,
      hash: createHash('sha256').update(content).digest('base64url').slice(0, 22),
      headers: {
        ...securityHeaders,
        'cache-control': file.immutable === true ? 'public, max-age=31536000, immutable' : 'no-cache',
        'content-type': type,
        vary: 'accept-encoding',
      },
      compressed: new Map(isCompressible(type, content) ? [] : [...notWorthIt]),
    });
  }
  return files;
}

const notWorthIt: ReadonlyMap<Encoding, Promise<undefined>> = new Map([
  ['br', Promise.resolve(undefined)],
  ['gzip', Promise.resolve(undefined)],
]);

function isCompressible(type: string, content: Buffer): boolean {
  return content.byteLength >= compressibleBytesMin && /^text\/|json|graphql|svg/.test(type);
}

function compress(file: LoadedFile, encoding: Encoding): Promise<Buffer | undefined> {
  const known = file.compressed.get(encoding);
  if (known !== undefined) return known;
  const made = compressors[encoding](file.content).then(
    (smaller) => (smaller.byteLength < file.content.byteLength ? smaller : undefined),
    () => undefined,
  );
  file.compressed.set(encoding, made);
  return made;
}

/** RFC 9110, 12.5.3, for the two encodings we make: Brotli wins unless the client ranks gzip above it. */
function chooseEncoding(accepted: string | undefined): Encoding | undefined {
  if (accepted === undefined) return undefined;
  const weights = new Map<string, number>();
  for (const part of accepted.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    weights.set(coding, weight === undefined ? 1 : Number(weight) || 0);
  }
  const weightOf = (coding: Encoding) => weights.get(coding) ?? weights.get('*') ?? 0;
  if (weightOf('br') > 0 && weightOf('br') >= weightOf('gzip')) return 'br';
  return weightOf('gzip') > 0 ? 'gzip' : undefined;
}

/** RFC 9110, 13.1.2: If-None-Match compares weakly. */
function matchesEtag(condition: string | undefined, etag: string): boolean {
  if (condition === undefined) return false;
  return condition.trim() === '*' || condition.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);
}

function refuse(response: ServerResponse, status: number, text: string, headers: OutgoingHeaders): void {
  response.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(text) });
  response.end(response.req.method === 'HEAD' ? undefined : text);
}
