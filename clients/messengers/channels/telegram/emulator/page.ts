import { readdirSync } from 'node:fs';
import { createStaticSite, type StaticSite } from '#platform/http/static-site.ts';

const folder = new URL('../../../page/', import.meta.url);

/** The page with the telephone on it. */
export function createEmulatorPage(): StaticSite {
  const html = new URL('messengers.html', folder);
  const names = readdirSync(folder).filter((name) => name !== 'messengers.html');
  return createStaticSite({
    prefix: '/messengers',
    contentSecurityPolicy: [
      "default-src 'self'",
      "img-src 'self' data:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "frame-src 'none'",
      "object-src 'none'",
    ],
    files: [
      { path: '/messengers', content: html, type: 'text/html; charset=utf-8' },
      { path: '/messengers/', content: html, type: 'text/html; charset=utf-8' },
      { path: '/messengers/portico.svg', content: new URL('../../welcome/page/portico.svg', folder) },
      ...names.map((name) => ({ path: `/messengers/${name}`, content: new URL(name, folder) })),
    ],
  });
}
