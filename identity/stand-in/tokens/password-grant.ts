import { randomUUID } from 'node:crypto';
import { errors, type Provider, type TokenEndpointGrantContext } from 'oidc-provider';
import type { Directory } from '../directory.ts';
import { mapClaims } from '../mappers.ts';
import { grantScopes } from '../scopes.ts';
import type { SignIn } from '../sign-in.ts';
import { apiResource, apiResourceServer } from './resource.ts';

interface PasswordParameters {
  readonly username?: string;
  readonly password?: string;
}

/**
 * RFC 6749, 4.3, for clients with direct access grants. oidc-provider leaves this grant out on purpose; the password
 * never meets a browser here, which is why only the development client has it.
 */
export function registerPasswordGrant(provider: Provider, directory: Directory, signIn: SignIn): void {
  const handle = async (ctx: TokenEndpointGrantContext<PasswordParameters>): Promise<void> => {
    const { client, params } = ctx.oidc;
    const realmClient = directory.client(client.clientId);
    const granted = realmClient === undefined ? undefined : grantScopes(directory.realm, realmClient, params.scope);
    if (realmClient === undefined || granted === undefined)
      throw new errors.InvalidScope(`Invalid scopes: ${params.scope}`, params.scope ?? '');
    const user = signIn(params.username ?? '', params.password ?? '');
    if (user === undefined) throw new errors.CustomOIDCProviderError('invalid_grant', 'Invalid user credentials');

    const scope = granted.names.join(' ');
    const grant = new provider.Grant({ accountId: user.id, clientId: client.clientId });
    grant.addOIDCScope(scope);
    grant.addResourceScope(apiResource, scope);
    const grantId = await grant.save();
    const common = { accountId: user.id, client, grantId, gty: 'password', scope, sid: randomUUID() };

    const accessToken = new provider.AccessToken({
      ...common,
      resourceServer: new provider.ResourceServer(apiResource, apiResourceServer(directory.realm)),
    });
    const refreshToken = new provider.RefreshToken({ ...common, resource: apiResource, rotations: 0 });
    ctx.oidc.entity('AccessToken', accessToken);
    ctx.oidc.entity('RefreshToken', refreshToken);
    const answer = {
      access_token: await accessToken.save(),
      expires_in: accessToken.expiration,
      refresh_token: await refreshToken.save(),
      token_type: 'Bearer',
      scope,
    };
    ctx.body = answer;
    if (!granted.names.includes('openid')) return;

    const claims = { ...mapClaims(granted, { client: realmClient, user }, 'id'), sub: user.id, typ: 'ID', azp: client.clientId };
    const idToken = new provider.IdToken(claims, { ctx });
    Object.assign(idToken, { scope });
    idToken.set('sid', common.sid);
    ctx.body = { ...answer, id_token: await idToken.issue({ use: 'idtoken' }) };
  };
  provider.registerGrantType<PasswordParameters>('password', handle, ['username', 'password', 'scope']);
}
