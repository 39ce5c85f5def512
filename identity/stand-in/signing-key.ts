import { createHash, generateKeyPairSync, type KeyObject, webcrypto } from 'node:crypto';
import { ExternalSigningKey } from 'oidc-provider';

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

export interface PublicJwk {
  readonly kid: string;
  readonly kty: 'RSA';
  readonly alg: 'RS256';
  readonly use: 'sig';
  readonly n: string;
  readonly e: string;
}

/**
 * The RS256 key of one process: generated at start, gone at its end. The private half is a non-extractable CryptoKey
 * behind a private field, so neither a log line nor oidc-provider can hold it.
 */
export class SigningKey extends ExternalSigningKey {
  readonly publicKey: KeyObject;
  readonly publicJwk: PublicJwk;
  readonly #privateKey: webcrypto.CryptoKey;

  constructor() {
    super();
    const pair = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    this.#privateKey = pair.privateKey.toCryptoKey(algorithm, false, ['sign']);
    this.publicKey = pair.publicKey;
    const { n, e } = pair.publicKey.export({ format: 'jwk' });
    if (n === undefined || e === undefined) throw new TypeError('An RSA key has a modulus and an exponent.');
    // RFC 7638: the thumbprint is the digest of the required members in lexical order.
    const kid = createHash('sha256')
      .update(JSON.stringify({ e, kty: 'RSA', n }))
      .digest('base64url');
    this.publicJwk = { kid, kty: 'RSA', alg: 'RS256', use: 'sig', n, e };
  }

  override get kid(): string {
    return this.publicJwk.kid;
  }

  override get alg(): string {
    return this.publicJwk.alg;
  }

  override keyObject(): KeyObject {
    return this.publicKey;
  }

  override async sign(data: Uint8Array): Promise<Uint8Array> {
    return new Uint8Array(await webcrypto.subtle.sign(algorithm, this.#privateKey, data));
  }
}
