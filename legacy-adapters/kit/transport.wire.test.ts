import type { RequestListener } from 'node:http';
import { type AddressInfo, createServer as createSilentServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { decodeAndCheckXml, decodeXml } from './charset.ts';
import { closing, listen } from './server.testkit.ts';
import { createTransport, decodeAnswer, type HttpRequest, type Transport, type TransportBounds } from './transport.ts';

async function transportTo(listener: RequestListener, bounds: Partial<TransportBounds> = {}) {
  const { url } = await listen(listener);
  return closing(createTransport({ system: 'core', endpoint: url, answerBytesMax: 1_000, connectionsMax: 2, ...bounds }));
}

const request = { operation: 'Ask', headers: { 'content-type': 'text/xml' }, body: '<a/>' };
async function post(transport: Transport, deadlineMs = 500) {
  return decodeAnswer('core', 'Ask', await transport.post(request, createDeadline(deadlineMs)));
}

describe('the transport to a legacy system', () => {
  it('stops reading an answer that is larger than it may be', async () => {
    const transport = await transportTo((_request, response) => response.end('x'.repeat(1_001)));
    await expect(post(transport)).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });

  it('stops reading an answer that says nothing of its size, at the first byte too many, and hangs up', async () => {
    let hungUp: () => void = () => {};
    const left = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    const transport = await transportTo((_request, response) => {
      response.once('close', hungUp);
      // Without a length, in pieces, and without an end.
      response.write('x'.repeat(600));
      response.write('x'.repeat(401));
    });
    await expect(post(transport, 10_000)).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
    await left;
    const whole = await transportTo((_request, response) => {
      response.write('x'.repeat(600));
      response.end('x'.repeat(400));
    });
    expect((await post(whole, 10_000)).text).toHaveLength(1_000);
  });

  it.each<[string, RequestListener, string]>([
    ['never comes', () => undefined, 'UPSTREAM_TIMEOUT'],
    [
      'drips without an end',
      (_request, response) => {
        response.write('<');
        const drip = setInterval(() => response.write(' '), 50);
        response.once('close', () => clearInterval(drip));
      },
      'UPSTREAM_TIMEOUT',
    ],
    [
      'is cut off with the connection',
      (_request, response) => void response.writeHead(200, { 'content-length': '50' }).write('<a', () => response.destroy()),
      'UPSTREAM_UNAVAILABLE',
    ],
    ['is no HTTP', (request) => void request.socket.end('220 mail ready\r\n'), 'UPSTREAM_UNAVAILABLE'],
    [
      'is in a charset that nobody knows',
      (_request, response) => void response.setHeader('content-type', 'text/xml; charset=koi-42').end('<a/>'),
      'UPSTREAM_MALFORMED',
    ],
    [
      'has bytes that are not of its charset',
      (_request, response) => void response.setHeader('content-type', 'text/xml; charset=utf-8').end(Buffer.from([0x3c, 0xff, 0xfe])),
      'UPSTREAM_MALFORMED',
    ],
  ])('says what is the matter when the answer %s', async (_case, listener, code) => {
    await expect(post(await transportTo(listener))).rejects.toMatchObject({ code });
  });

  it('puts an answer together that comes in many pieces', async () => {
    const pieces = Array.from({ length: 2_000 }, (_, index) => `<a>${index}</a>`);
    const transport = await transportTo(
      (_request, response) => {
        for (const piece of pieces) response.write(piece);
        response.end();
      },
      { answerBytesMax: 100_000 },
    );
    expect((await post(transport, 5_000)).text).toBe(pieces.join(''));
  });

  it('gives no call longer than its caller has', async () => {
    const transport = await transportTo(() => undefined);
    const startedAt = performance.now();
    await expect(post(transport, 50)).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

describe('what the transport never does', () => {
  const raw = (transport: Transport, request: Partial<HttpRequest> = {}) =>
    transport.post({ operation: 'Ask', headers: {}, body: '<a/>', ...request }, createDeadline(5_000));

  it('follow a redirect', async () => {
    let asked = 0;
    const transport = await transportTo((_request, response) => {
      asked += 1;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect((await raw(transport)).status).toBe(302);
    expect(asked).toBe(1);
  });

  it.each(['gzip', 'br', 'gzip, identity'])('unpack an answer, here by %s, which it did not ask for', async (encoding) => {
    let asked = '';
    const transport = await transportTo((request, response) => {
      asked = String(request.headers['accept-encoding']);
      response.writeHead(200, { 'content-encoding': encoding }).end(gzipSync('x'.repeat(10_000_000)));
    });
    await expect(raw(transport)).rejects.toMatchObject({ kind: 'MALFORMED' });
    expect(asked).toBe('identity');
  });

  it('read headers without end', async () => {
    const transport = await transportTo((request) => void request.socket.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`));
    await expect(raw(transport)).rejects.toMatchObject({ kind: 'MALFORMED' });
  });

  it('wait for a byte more than its silence allows, though there is time', async () => {
    const transport = await transportTo((_request, response) => void response.writeHead(200).write('<a'), { idleMs: 50 });
    const error: unknown = await raw(transport).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'TIMEOUT', mayHaveArrived: true });
    // By the silence, and not by the deadline, which would end it too.
    expect(String(error)).toContain('UND_ERR_BODY_TIMEOUT');
  });

  it('believe a promise of more bytes than it reads', async () => {
    const transport = await transportTo((_request, response) => void response.writeHead(200, { 'content-length': '1001' }).flushHeaders());
    await expect(raw(transport)).rejects.toMatchObject({ kind: 'MALFORMED' });
  });

  it('change a byte of what it is given, or of what it gets', async () => {
    const body = Buffer.from([0x3c, 0xff, 0x00, 0xfe, 0x0d, 0x0a]);
    const transport = await transportTo((request, response) => void request.pipe(response.writeHead(200, { 'content-type': 'x/y' })));
    const answer = await raw(transport, { body });
    expect([answer.bytes, answer.headers['content-type']]).toEqual([body, 'x/y']);
  });

  it('let a header of a legacy system become two', async () => {
    let asked = 0;
    const transport = await transportTo((_request, response) => {
      asked += 1;
      response.end();
    });
    await expect(raw(transport, { headers: { authorization: 'Bearer x\r\ninjected: 1' } })).rejects.toMatchObject({
      mayHaveArrived: false,
    });
    expect(asked).toBe(0);
  });
});

describe('whether a request may have arrived', () => {
  const post = (endpoint: string) => {
    const transport = closing(createTransport({ system: 'core', endpoint, connectMs: 200 }));
    return transport.post({ operation: 'Ask', headers: {}, body: '<a/>' }, createDeadline(5_000));
  };

  it('is no where nobody listens', async () => {
    await expect(post('http://127.0.0.1:1/')).rejects.toMatchObject({ kind: 'UNAVAILABLE', mayHaveArrived: false });
  });

  it('is no where a server speaks no TLS, or never ends its handshake', async () => {
    const { url } = await listen((_request, response) => void response.end());
    await expect(post(url.replace('http:', 'https:'))).rejects.toMatchObject({ kind: 'UNAVAILABLE', mayHaveArrived: false });
    const silent = createSilentServer((socket) => socket.resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    closing({ close: () => new Promise((resolve) => silent.close(() => resolve())) });
    const { port } = silent.address() as AddressInfo;
    await expect(post(`https://127.0.0.1:${port}/`)).rejects.toMatchObject({ kind: 'TIMEOUT', mayHaveArrived: false });
  });

  it('is yes as soon as it was written, though the server closed at once', async () => {
    const { url } = await listen((request) => request.socket.destroy());
    await expect(post(url)).rejects.toMatchObject({ kind: 'UNAVAILABLE', mayHaveArrived: true });
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

  it.each([
    ['windows-1251', [0x98]],
    ['cp1251', [0xb2, 0x98]],
    ['Windows-1252', [0x81]],
    ['windows-1252', [0x9d]],
    ['windows-1253', [0x81]],
    ['windows-1254', [0x8d]],
    ['windows-1257', [0x83]],
    ['us-ascii', [0xe9]],
    ['ascii', [0x80]],
    ['x-user-defined', [0xe9]],
  ])('has no character for some bytes of %s, and they are an error: %j', (charset, bytes) => {
    const contentType = `text/xml; charset=${charset}`;
    expect(() => decodeXml(Buffer.from(bytes), contentType)).toThrow();
    expect(() => decodeAndCheckXml(Buffer.from(bytes), contentType)).toThrow();
  });

  it('is never patched over: a byte that does not fit is an error', () => {
    expect(() => decodeXml(windows1251, 'text/xml; charset=utf-8')).toThrow(TypeError);
  });
});
