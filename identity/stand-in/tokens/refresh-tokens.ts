import { randomBytes } from 'node:crypto';
import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Provider, RefreshToken } from 'oidc-provider';

/**
 * keycloak-js decodes the refresh token, so the opaque one of oidc-provider travels inside a JWT like Keycloak's: HS512,
 * for our own eyes only. Wrapped when the model is saved and unwrapped when it is looked up, so that nobody else knows.
 */
export function wrapRefreshTokens(provider: Provider): void {
  const key = new Uint8Array(randomBytes(64));
  const model = provider.RefreshToken;
  const { find } = model;
  const { save } = model.prototype;

  model.prototype.save = async function saveWrapped(this: RefreshToken): Promise<string> {
    const value = await save.call(this);
    const exp = Math.floor(Date.now() / 1_000) + this.remainingTTL;
    return await new SignJWT({ typ: 'Refresh', azp: this.clientId, sid: this.sid, scope: this.scope })
      .setProtectedHeader({ alg: 'HS512', typ: 'JWT' })
      .setIssuer(provider.issuer)
      .setAudience(provider.issuer)
      .setSubject(this.accountId)
      .setJti(value)
      .setIssuedAt()
      .setExpirationTime(exp)
      .sign(key);
  };

  Object.assign(model, {
    async find(value: string, options?: { ignoreExpiration?: boolean }): Promise<RefreshToken | undefined> {
      const jti = await unwrap(value, key, provider.issuer);
      return jti === undefined ? undefined : ((await find.call(model, jti, options)) as RefreshToken | undefined);
    },
  });
}

async function unwrap(value: string, key: Uint8Array, issuer: string): Promise<string | undefined> {
  try {
    // An expired token is looked up all the same: oidc-provider says why it is refused.
    const options = { algorithms: ['HS512'], issuer, audience: issuer, currentDate: new Date(0) };
    const { payload }: { payload: JWTPayload } = await jwtVerify(value, key, options);
    return payload.typ === 'Refresh' ? payload.jti : undefined;
  } catch {
    return undefined;
  }
}
