import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createDeadline } from '../../platform/deadline.ts';
import { decodeXml } from './charset.ts';
import { createTransport, decodeAnswer, type Transport } from './transport.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function transportTo(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/soap`;
  const transport = createTransport({ system: 'core', endpoint, answerBytesMax: 1_000, connectionsMax: 2 });
  open.push(
    () => transport.close(),
    () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  );
  return transport;
}

const letter = { operation: 'Ask', headers: { 'content-type': 'text/xml' }, body: '<a/>' };
async function post(transport: Transport, deadlineMs = 500) {
  return decodeAnswer('core', 'Ask', await transport.post(letter, createDeadline(deadlineMs)));
}

describe('the transport to a legacy system', () => {
  it('stops reading an answer that is larger than it may be', async () => {
    const transport = await transportTo((_request, response) => response.end('x'.repeat(1_001)));
    await expect(post(transport)).rejects.toMatchObject({ code: 'LEGACY_MALFORMED' });
  });

  it.each<[string, RequestListener, string]>([
    ['never comes', () => undefined, 'LEGACY_TIMEOUT'],
    [
      'drips without an end',
      (_request, response) => {
        response.write('<');
        const drip = setInterval(() => response.write(' '), 50);
        response.once('close', () => clearInterval(drip));
      },
      'LEGACY_TIMEOUT',
    ],
    [
      'is cut off with the connection',
      (_request, response) => void response.writeHead(200, { 'content-length': '50' }).write('<a', () => response.destroy()),
      'LEGACY_UNAVAILABLE',
    ],
    ['is no HTTP', (request) => void request.socket.end('220 mail ready\r\n'), 'LEGACY_UNAVAILABLE'],
    [
      'is in a charset that nobody knows',
      (_request, response) => void response.setHeader('content-type', 'text/xml; charset=koi-42').end('<a/>'),
      'LEGACY_MALFORMED',
    ],
    [
      'has bytes that are not of its charset',
      (_request, response) => void response.setHeader('content-type', 'text/xml; charset=utf-8').end(Buffer.from([0x3c, 0xff, 0xfe])),
      'LEGACY_MALFORMED',
    ],
  ])('says what is the matter when the answer %s', async (_case, listener, code) => {
    await expect(post(await transportTo(listener))).rejects.toMatchObject({ code });
  });

  it('gives no call longer than its caller has', async () => {
    const transport = await transportTo(() => undefined);
    const startedAt = performance.now();
    await expect(post(transport, 50)).rejects.toMatchObject({ code: 'LEGACY_TIMEOUT' });
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

describe('the charset of an answer', () => {
  const windows1251 = Buffer.from([0xb2, 0xe2, 0xe0, 0xed]); // Іван
  it('is that of its byte order mark, then of HTTP, then of its declaration, then UTF-8', () => {
    expect(decodeXml(windows1251, 'text/xml; charset="windows-1251"')).toBe('Іван');
    const declared = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="windows-1251"?>'), windows1251]);
    expect(decodeXml(declared, 'text/xml')).toContain('Іван');
    expect(decodeXml(Buffer.from('Іван'), 'text/xml')).toBe('Іван');
    expect(decodeXml(Buffer.from('\uFEFFІван', 'utf16le'), 'text/xml; charset=utf-8')).toBe('Іван');
  });

  it('is never patched over: a byte that does not fit is an error', () => {
    expect(() => decodeXml(windows1251, 'text/xml; charset=utf-8')).toThrow(TypeError);
  });
});
