import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { createStaticSite, type StaticFile, type StaticSite } from '#platform/http/static-site.ts';

export interface ExplorerOptions {
  /** Where Keycloak, or the stand-in, is; the page's own origin by default. */
  readonly identityUrl?: string;
  readonly realm?: string;
  readonly clientId?: string;
  readonly graphqlPath?: string;
  /** Scopes of the graph that it asks for at the log-in; its client has none without asking. */
  readonly scopes?: readonly string[];
}

const here = (name: string) => new URL(name, import.meta.url);

/** GraphiQL behind a bar that logs in: static files only, none of them from another origin. */
export function createExplorer(options: ExplorerOptions = {}): StaticSite {
  const library = findLibrary();
  const { identityUrl = '' } = options;
  const html = fill(readFileSync(here('page/explorer.html'), 'utf8'), {
    clientId: options.clientId ?? 'portico-explorer',
    graphqlPath: options.graphqlPath ?? '/graphql',
    identityUrl,
    realm: options.realm ?? 'portico',
    scopes: (options.scopes ?? []).join(' '),
    version: library.version,
  });
  const page = (name: string): StaticFile => ({ path: `/explorer/${name}`, content: here(`page/${name}`) });
  return createStaticSite({
    prefix: '/explorer',
    contentSecurityPolicy: contentSecurityPolicy(identityUrl),
    files: [
      { path: '/explorer', content: html, type: 'text/html; charset=utf-8' },
      { path: '/explorer/', content: html, type: 'text/html; charset=utf-8' },
      ...['explorer.css', 'explorer.js', 'authorization.js', 'bar.js', 'graph.js', 'session.js', 'storage.js'].map(page),
      { path: '/explorer/Home.graphql', content: here('Home.graphql') },
      { path: '/explorer/portico.svg', content: here('../welcome/page/portico.svg') },
      { path: '/explorer/keycloak.js', content: new URL(import.meta.resolve('keycloak-js')) },
      ...library.files,
    ],
  });
}

function contentSecurityPolicy(identityUrl: string): readonly string[] {
  const identity = identityUrl === '' ? '' : ` ${new URL(identityUrl).origin}`;
  return [
    "default-src 'self'",
    // The token request goes to Keycloak itself where it stands on an address of its own.
    `connect-src 'self'${identity}`,
    // GraphiQL's style sheet carries its fonts and two small pictures in data: addresses.
    "font-src 'self' data:",
    "img-src 'self' data:",
    // While a dialog is open GraphiQL adds one style element, always with this text, which keeps the page from scrolling.
    `style-src 'self' '${scrollLockHash}'`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "worker-src 'none'",
  ];
}

const scrollLockHash = 'sha256-Y/huXlwoYkVyQlxwSVcCi1RCDGDCSVBzDt0hYP9qlTc=';

/** GraphiQL's prebuilt bundle wants React as a global; the React that npm put beside it is the one it asks for. */
function findLibrary(): { readonly version: string; readonly files: readonly StaticFile[] } {
  const graphiql = createRequire(import.meta.url).resolve('graphiql/package.json');
  const nextToGraphiql = createRequire(graphiql);
  const inPackage = (name: string, file: string) => new URL(file, pathToFileURL(nextToGraphiql.resolve(`${name}/package.json`)));
  const { version } = nextToGraphiql('./package.json') as { version: string };
  const file = (name: string, content: URL): StaticFile => ({ path: `/explorer/${version}/${name}`, content, immutable: true });
  return {
    version,
    files: [
      file('react.js', inPackage('react', 'umd/react.production.min.js')),
      file('react-dom.js', inPackage('react-dom', 'umd/react-dom.production.min.js')),
      file('graphiql.js', new URL('graphiql.min.js', pathToFileURL(graphiql))),
      file('graphiql.css', new URL('graphiql.min.css', pathToFileURL(graphiql))),
    ],
  };
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => escapeHtml(values[name] ?? ''));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
