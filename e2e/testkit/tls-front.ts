import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { promisify } from 'node:util';

/** What ends TLS before a server, as a bank's own balancer does. This process trusts its certificate from now on. */
export interface TlsFront {
  /** `https://localhost:4443`. */
  readonly origin: string;
  /** The certificate, for `NODE_EXTRA_CA_CERTS` of other processes. */
  readonly certificateFile: string;
  /** Where requests go from now on: `http://127.0.0.1:8080`. */
  sendTo(origin: string): void;
  stop(): Promise<void>;
}

export async function startTlsFront(): Promise<TlsFront> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portico-tls-'));
  const [keyFile, certificateFile] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc', '-days', '1'];
  await promisify(execFile)('openssl', [...kind, ...subject, '-keyout', keyFile, '-out', certificateFile]);
  const [key, cert] = await Promise.all([readFile(keyFile, 'utf8'), readFile(certificateFile, 'utf8')]);
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), cert]);
  let target = '';
  const server = https.createServer({ key, cert }, (request, response) => {
    const headers = { ...request.headers, 'x-forwarded-proto': 'https', 'x-forwarded-host': request.headers.host };
    const onwards = http.request(`${target}${request.url}`, { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onwards.once('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    response.once('close', () => onwards.destroy());
    request.pipe(onwards);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    certificateFile,
    sendTo: (origin) => {
      target = origin;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
