import type { Route } from '../context.ts';
import { replay } from '../exchange.ts';
import { grantScopes } from '../scopes.ts';

/** The authorization request, with the client's default scopes added, which oidc-provider does not know. */
export const authorization: Route = async (exchange, { directory, provider, basePath, issuerOrigin }) => {
  const query = new URLSearchParams(exchange.url.searchParams);
  query.delete('resource');
  const client = directory.client(query.get('client_id') ?? '');
  const granted = client === undefined ? undefined : grantScopes(directory.realm, client, query.get('scope') ?? undefined);
  if (granted !== undefined) query.set('scope', granted.names.join(' '));
  const path = exchange.url.pathname.slice(basePath.length);
  const request = replay(exchange, { url: `${path}?${query}`, mountPath: basePath, host: new URL(issuerOrigin).host });
  await provider.callback()(request, exchange.response);
};

/** The way back from the login page. */
export const resumption: Route = async (exchange, { provider, basePath, issuerOrigin }) => {
  const url = exchange.url.pathname.slice(basePath.length) + exchange.url.search;
  const request = replay(exchange, { url, mountPath: basePath, host: new URL(issuerOrigin).host });
  await provider.callback()(request, exchange.response);
};
