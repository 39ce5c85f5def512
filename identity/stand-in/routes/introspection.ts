import { authenticateClient } from '../client-authentication.ts';
import type { Route } from '../context.ts';
import { allowOriginOf } from '../cors.ts';
import { sendError, sendJson } from '../exchange.ts';

/** RFC 7662 with Keycloak's rules: only a client with a secret may ask, and only about tokens that are meant for it. */
export const introspection: Route = async ({ request, response, form }, { directory, provider, accessTokens }) => {
  const client = authenticateClient(directory, request, form);
  if (!allowOriginOf(client, request, response)) return sendError(response, 403, 'Invalid origin');
  if (client === undefined) return sendError(response, 401, 'invalid_client', 'Invalid client or Invalid client credentials');
  if (client.publicClient) return sendError(response, 403, 'invalid_request', 'Client not allowed.');
  const token = form.get('token');
  if (token === null) return sendError(response, 400, 'invalid_request', 'Token not provided');

  const verified = await accessTokens.verify(provider, token);
  if (verified === undefined || ![verified.claims.aud].flat().includes(client.clientId)) return sendJson(response, 200, { active: false });
  sendJson(response, 200, {
    ...verified.claims,
    client_id: verified.client.clientId,
    username: verified.user.username,
    token_type: 'Bearer',
    active: true,
  });
};
