import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createStaticSite, type StaticFile, type StaticSite } from '../../platform/http/static-site.ts';

export interface WebBankOptions {
  /** Where Keycloak, or the stand-in, is; the page's own origin by default. */
  readonly identityUrl?: string;
  readonly realm?: string;
  readonly clientId?: string;
  /** Names shown on the log-in page: for development only, so none by default. */
  readonly demoUsers?: readonly string[];
  /** The folder that `vite build` wrote. */
  readonly built?: URL;
}

const builtHere = new URL('dist/', import.meta.url);
/** Addresses that the pages' router knows; anything else is not found. */
const routes = /^\/(?:accounts\/[\w-]{1,100}(?:\/bank-details)?|cards\/[\w-]{1,100}|payees)$/;

/** The web bank at `/`, as it was built; without a build, a page that says how to make one. */
export function createWebBank(options: WebBankOptions = {}): StaticSite {
  const { identityUrl = '', built = builtHere } = options;
  const page = new URL('index.html', built);
  return createStaticSite({
    prefix: '/',
    routes,
    contentSecurityPolicy: contentSecurityPolicy(identityUrl),
    files: existsSync(page)
      ? [{ path: '/', content: fill(readFileSync(page, 'utf8'), options), type: 'text/html; charset=utf-8' }, ...filesOf(built)]
      : [{ path: '/', content: notBuilt, type: 'text/html; charset=utf-8' }],
  });
}

const notBuilt =
  '<!doctype html><html lang="en"><title>Portico</title><p>The web bank is not built here: <code>npm start</code> builds it. <a href="/about">What runs here</a></p></html>';

function filesOf(built: URL): StaticFile[] {
  const top = ['portico.svg', 'portico-front.svg', 'portico-columns.svg', 'appearance.js'].map((name) => ({
    path: `/${name}`,
    content: new URL(name, built),
  }));
  const assets = readdirSync(new URL('assets/', built)).map((name) => ({
    path: `/assets/${name}`,
    content: new URL(`assets/${name}`, built),
    // Vite puts a hash of the content into the name.
    immutable: true,
  }));
  return [...top, ...assets];
}

function contentSecurityPolicy(identityUrl: string): readonly string[] {
  const identity = identityUrl === '' ? '' : ` ${new URL(identityUrl).origin}`;
  return [
    // Nothing inline: the components set positions and lengths through the style object, which needs no 'unsafe-inline'.
    "default-src 'self'",
    // The token request goes to Keycloak itself where it stands on an address of its own.
    `connect-src 'self'${identity}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "object-src 'none'",
  ];
}

function fill(html: string, { identityUrl = '', realm = 'portico', clientId = 'portico-web', demoUsers = [] }: WebBankOptions): string {
  const values: Readonly<Record<string, string>> = { identityUrl, realm, clientId, demoUsers: demoUsers.join(' ') };
  return html.replace(/\{\{(\w+)\}\}/g, (_, name: string) => escapeHtml(values[name] ?? ''));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
