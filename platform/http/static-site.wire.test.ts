import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStaticSite, type StaticFile } from './static-site.ts';

const policy = ["default-src 'self'", "frame-ancestors 'none'"];
const script = `export const words = '${'portico '.repeat(500)}';\n`;

const site = createStaticSite({
  prefix: '/desk',
  contentSecurityPolicy: policy,
  routes: /^\/desk\/tickets\/\w+$/,
  files: [
    { path: '/desk', content: '<!doctype html><title>Desk</title>', type: 'text/html; charset=utf-8' },
    { path: '/desk/words.js', content: script },
    { path: '/desk/words-1.0.0.js', content: script, immutable: true },
    { path: '/desk/this-test.txt', content: new URL(import.meta.url) },
  ],
});

const server = http.createServer((request, response) => site.handle(request, response));
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

interface Answer {
  readonly status: number | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** `fetch` would decode bodies and tidy paths, so the requests are made by hand. */
function ask(path: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    request.on('error', reject).end();
  });
}

describe('a static site answers', () => {
  test("its first page under the page's own routes, and nothing under others", async () => {
    expect((await ask('/desk/tickets/42?tab=1')).body.toString()).toBe('<!doctype html><title>Desk</title>');
    expect((await ask('/desk/tickets/')).status).toBe(404);
    expect((await ask('/desk/tickets/42/..')).status).toBe(404);
  });

  test('a file with its type, its length and the security headers', async () => {
    const { status, headers, body } = await ask('/desk');
    expect(status).toBe(200);
    expect(body.toString()).toBe('<!doctype html><title>Desk</title>');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': '34',
      'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
  });

  test('a file read from disk, whatever query stands behind its path', async () => {
    const { status, headers, body } = await ask('/desk/this-test.txt?state=abc&code=1');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body.toString()).toContain('whatever query stands behind its path');
  });

  test('a file whose path names its version, for good', async () => {
    expect((await ask('/desk/words-1.0.0.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test('HEAD like GET, without the body', async () => {
    const head = await ask('/desk/words.js', { 'accept-encoding': 'br' }, 'HEAD');
    const get = await ask('/desk/words.js', { 'accept-encoding': 'br' });
    expect(head.body).toHaveLength(0);
    expect(head.headers['content-length']).toBe(String(get.body.byteLength));
    expect(head.headers.etag).toBe(get.headers.etag);
  });
});

describe('a static site compresses', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.2, gzip;q=0.8', 'gzip'],
    ['*', 'br'],
    ['identity', undefined],
    ['br;q=0', undefined],
    ['', undefined],
  ])('for Accept-Encoding %j as %s', async (accepted, encoding) => {
    const { headers, body } = await ask('/desk/words.js', { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toBe('accept-encoding');
    expect(headers['content-length']).toBe(String(body.byteLength));
    const plain = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
    expect(plain.toString()).toBe(script);
  });

  test('not a file so small that it saves nothing', async () => {
    expect((await ask('/desk', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
  });
});

describe('a static site validates', () => {
  test('304 for the tag it gave, alone, in a list or weakened', async () => {
    const { etag = '' } = (await ask('/desk/words.js', { 'accept-encoding': 'br' })).headers;
    expect(etag).toMatch(/^"[\w-]{22}-br"$/);
    for (const condition of [etag, `"other", ${etag}`, `W/${etag}`, '*']) {
      const again = await ask('/desk/words.js', { 'accept-encoding': 'br', 'if-none-match': condition });
      expect([again.status, again.body.byteLength, again.headers.etag]).toEqual([304, 0, etag]);
    }
  });

  test('with a tag of its own for each encoding, because the bytes differ', async () => {
    const tags = await Promise.all(['br', 'gzip', 'identity'].map((accepted) => ask('/desk/words.js', { 'accept-encoding': accepted })));
    expect(new Set(tags.map(({ headers }) => headers.etag)).size).toBe(3);
  });

  test('200 for another tag', async () => {
    expect((await ask('/desk/words.js', { 'if-none-match': '"other"' })).status).toBe(200);
  });
});

describe('a static site refuses', () => {
  test.each([
    '/desk/../platform/static-site.ts',
    '/desk/%2e%2e/package.json',
    '/desk/..%2f..%2fetc/passwd',
    '/desk//words.js',
    '/desk/words.js/',
    '/desk/WORDS.js',
    '/desk/__proto__',
    '/elsewhere',
    'http://127.0.0.1/desk',
  ])('%s with 404', async (path) => {
    const { status, headers, body } = await ask(path);
    expect([status, body.toString()]).toEqual([404, 'Not found\n']);
    expect(headers['content-security-policy']).toBe(policy.join('; '));
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s with 405', async (method) => {
    const { status, headers } = await ask('/desk', {}, method);
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('a static site does not start', () => {
  const build = (...files: StaticFile[]) => createStaticSite({ prefix: '/desk', contentSecurityPolicy: policy, files });

  test('with a file that is missing, named twice, outside its prefix, of an unknown type', () => {
    expect(() => build({ path: '/desk/a.js', content: new URL('no-such-file.js', import.meta.url) })).toThrow('ENOENT');
    expect(() => build({ path: '/desk/a.js', content: '' }, { path: '/desk/a.js', content: '' })).toThrow('named twice');
    expect(() => build({ path: '/a.js', content: '' })).toThrow('outside /desk');
    expect(() => build({ path: '/desk/a.exe', content: '' })).toThrow('no known media type');
  });

  test('with more than it may hold in memory', () => {
    expect(() => build({ path: '/desk/a.txt', content: 'x'.repeat(33 * 1024 * 1024) })).toThrow('more than 33554432 bytes');
    expect(() => build(...Array.from({ length: 201 }, (_, index) => ({ path: `/desk/${index}.txt`, content: '' })))).toThrow('200 files');
  });
});
