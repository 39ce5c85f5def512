import { authenticateClient } from '../client-authentication.ts';
import type { Route } from '../context.ts';
import { allowOriginOf } from '../cors.ts';
import { sendEmpty, sendError } from '../exchange.ts';

/** RFC 7009. A refresh token takes its session with it, an access token goes alone; an unknown one is no error. */
export const revocation: Route = async ({ request, response, form }, { directory, provider, accessTokens, sessions }) => {
  const client = authenticateClient(directory, request, form);
  if (!allowOriginOf(client, request, response)) return sendError(response, 403, 'Invalid origin');
  if (client === undefined) return sendError(response, 401, 'invalid_client', 'Invalid client or Invalid client credentials');
  const token = form.get('token');
  if (token === null) return sendError(response, 400, 'invalid_request', 'Token not provided');

  const refreshToken = await provider.RefreshToken.find(token);
  if (refreshToken?.clientId === client.clientId && refreshToken.sid !== undefined) await sessions.end(provider, refreshToken.sid);
  const verified = await accessTokens.verify(provider, token);
  if (verified?.client.clientId === client.clientId) accessTokens.revoke(verified.jti);
  sendEmpty(response, 200);
};
