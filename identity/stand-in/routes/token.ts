import { presentedClient } from '../client-authentication.ts';
import type { Route } from '../context.ts';
import { allowOriginOf } from '../cors.ts';
import { replay, sendError } from '../exchange.ts';
import { grantScopes } from '../scopes.ts';

export const token: Route = async (exchange, { directory, provider, basePath, issuerOrigin }) => {
  const { request, response, form } = exchange;
  const client = directory.client(presentedClient(request, form)?.clientId ?? '');
  if (client !== undefined && !allowOriginOf(client, request, response)) return sendError(response, 403, 'Invalid origin');
  response.setHeader('access-control-expose-headers', 'Access-Control-Allow-Methods');

  if (form.get('grant_type') === 'password' && client?.directAccessGrantsEnabled === false) {
    return sendError(response, 400, 'unauthorized_client', 'Client not allowed for direct access grants');
  }
  const changed = new URLSearchParams(form);
  changed.delete('resource');
  if (client !== undefined && form.get('grant_type') === 'client_credentials') {
    const granted = grantScopes(directory.realm, client, form.get('scope') ?? undefined);
    if (granted === undefined) return sendError(response, 400, 'invalid_scope', `Invalid scopes: ${form.get('scope')}`);
    changed.set('scope', granted.names.join(' '));
  }
  const url = exchange.url.pathname.slice(basePath.length);
  const body = Buffer.from(changed.toString());
  await provider.callback()(replay(exchange, { url, mountPath: basePath, host: new URL(issuerOrigin).host, body }), response);
};
