import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebBank } from './index.ts';

const built = new URL('./dist/', import.meta.url);

let server: http.Server;
let url: string;
beforeAll(async () => {
  // What `npm test` does first, for whoever runs this file alone; nothing when the build is of these sources.
  execFileSync(process.execPath, ['tools/set-up.mjs', '--with-web'], { cwd: path.resolve(import.meta.dirname, '../..') });
  server = http.createServer(createWebBank().handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 180_000);
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

describe('the first load of the web bank', () => {
  it('is under 250 kB gzipped, fonts of the page included', () => {
    const html = readFileSync(new URL('index.html', built), 'utf8');
    const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css|svg))"/g)].map(([, file]) => file ?? '');
    const css = named.filter((file) => file.endsWith('.css')).map((file) => readFileSync(new URL(file, built), 'utf8'));
    const fonts = [...css.join('').matchAll(/\/(assets\/inter-(?:latin|cyrillic)-wght[^)"']+\.woff2)/g)].map(([, file]) => file ?? '');
    expect(named.filter((file) => file.endsWith('.js')).length).toBeGreaterThanOrEqual(2);
    expect(new Set(fonts).size).toBe(2);
    const bytes = [...named, ...new Set(fonts), 'portico-front.svg', 'portico-columns.svg'].map((file) => {
      const content = readFileSync(new URL(file, built));
      return file.endsWith('.woff2') ? content.byteLength : gzipSync(content).byteLength;
    });
    const all = gzipSync(html).byteLength + bytes.reduce((total, size) => total + size, 0);
    expect(all).toBeLessThan(250_000);
  });

  it('holds one React, the one of its own package', () => {
    const { version } = JSON.parse(readFileSync(new URL('./node_modules/react/package.json', import.meta.url), 'utf8'));
    const html = readFileSync(new URL('index.html', built), 'utf8');
    const scripts = [...html.matchAll(/\/(assets\/[^"]+\.js)"/g)]
      .map(([, file]) => readFileSync(new URL(file ?? '', built), 'utf8'))
      .join('');
    expect(scripts).toContain(version);
    // React's development build is several times slower and warns on the console.
    expect(scripts).not.toContain('jsxDEV');
    expect(scripts).not.toMatch(/\b18\.\d+\.\d+\b/);
  });

  it('comes with a policy that allows nothing inline, and knows its own addresses from wrong ones', async () => {
    const response = await fetch(`${url}/cards/card_x`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self'; /);
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(await response.text()).not.toContain('{{');
    expect((await fetch(`${url}/cards/card_x/nothing`)).status).toBe(404);
  });
});
