import type { RealmClient } from '../realm-schema.ts';
import { isLoopbackHost } from './loopback.ts';

const uriLengthMax = 2_000;

/** Keycloak's rules: an exact match, or a pattern with one `*` at its end; a loopback pattern without a port fits any port (RFC 8252, 7.3). */
export function isRedirectUriAllowed(client: RealmClient, uri: string): boolean {
  return matches(uri, client.redirectUris);
}

/** `post.logout.redirect.uris`: `+` stands for the redirect URIs, `##` separates several, `-` allows none. */
export function isLogoutRedirectUriAllowed(client: RealmClient, uri: string): boolean {
  const entries = (client.attributes['post.logout.redirect.uris'] ?? '-').split('##');
  return matches(
    uri,
    entries.flatMap((entry) => (entry === '+' ? client.redirectUris : entry === '-' ? [] : [entry])),
  );
}

function matches(uri: string, patterns: readonly string[]): boolean {
  const url = uri.length <= uriLengthMax ? URL.parse(uri) : null;
  if (url === null || url.username !== '' || url.password !== '' || hasDotSegments(uri)) return false;
  const path = url.pathname + url.search;
  const candidates = [url.origin + path];
  if (url.port !== '' && isLoopbackHost(url.hostname)) candidates.push(`${url.protocol}//${url.hostname}${path}`);
  return candidates.some((candidate) => patterns.some((pattern) => fits(candidate, pattern)));
}

function fits(uri: string, pattern: string): boolean {
  if (!pattern.endsWith('*')) return uri === pattern;
  const prefix = pattern.slice(0, -1);
  // A prefix that ends inside the host name would also fit http://localhost.elsewhere.example/.
  return prefix.endsWith('/') && uri.startsWith(prefix);
}

/** Parsing has already resolved them, so the text as it was sent must not have any. */
function hasDotSegments(uri: string): boolean {
  return /(?:^|[/\\])(?:\.|%2e){1,2}(?:[/\\?#]|$)/i.test(uri) || uri.includes('\\');
}
