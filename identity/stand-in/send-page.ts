import type { ServerResponse } from 'node:http';
import { type Page, pageHeaders } from './pages/page.ts';

export function sendPage(response: ServerResponse, status: number, page: Page): void {
  response.writeHead(status, { ...pageHeaders(page), 'content-length': Buffer.byteLength(page.html) });
  response.end(page.html);
}

/** For the pages that applications frame on purpose. */
export function sendFrame(response: ServerResponse, page: Page): void {
  response.removeHeader('x-frame-options');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': page.contentSecurityPolicy,
    'content-length': Buffer.byteLength(page.html),
  });
  response.end(page.html);
}
