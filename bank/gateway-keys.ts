import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { gatewayPart } from '#gateway/part.ts';
import { valuesOf } from '#platform/composition/setting.ts';
import { EnvironmentError } from '#platform/environment.ts';
import { generateGatewayKey, publicKeyOf } from '#platform/principal/principal-token.ts';
import { subgraphSettings } from '#subgraphs/kit/settings.ts';
import type { Settings } from './environment.ts';
import { subgraphs } from './lists.ts';
import type { Parts } from './parts.ts';

/** The pair by which subgraphs know the gateway. */
export interface GatewayKeys {
  readonly signing: KeyObject | undefined;
  readonly public: KeyObject | undefined;
}

/** From the environment; where gateway and subgraphs all run in this process, made anew at each start. */
export function readGatewayKeys({ given: told }: Settings, parts: Parts): GatewayKeys {
  const allHere = parts.gateway && parts.subgraphs.length === subgraphs.length;
  const { GATEWAY_SIGNING_KEY } = valuesOf(gatewayPart.settings, told);
  const { GATEWAY_PUBLIC_KEY } = valuesOf(subgraphSettings, told);
  if (GATEWAY_SIGNING_KEY === undefined && GATEWAY_PUBLIC_KEY === undefined && allHere) {
    const signing = generateGatewayKey();
    return { signing, public: publicKeyOf(signing) };
  }
  const signing =
    GATEWAY_SIGNING_KEY === undefined ? undefined : readPem('GATEWAY_SIGNING_KEY', () => createPrivateKey(unfold(GATEWAY_SIGNING_KEY)));
  const given =
    GATEWAY_PUBLIC_KEY === undefined ? undefined : readPem('GATEWAY_PUBLIC_KEY', () => createPublicKey(unfold(GATEWAY_PUBLIC_KEY)));
  if (signing && given && !publicKeyOf(signing).equals(given)) {
    throw new EnvironmentError('GATEWAY_PUBLIC_KEY: is not the public half of GATEWAY_SIGNING_KEY.');
  }
  return { signing, public: given ?? (signing && publicKeyOf(signing)) };
}

/** A PEM in an environment file often has `\n` in place of its line ends. */
function unfold(pem: string): string {
  return pem.replaceAll('\\n', '\n');
}

function readPem(name: string, read: () => KeyObject): KeyObject {
  try {
    const key = read();
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // What the parser says may quote the key.
  }
  throw new EnvironmentError(
    `${name}: must be the text of ${name === 'GATEWAY_SIGNING_KEY' ? 'a private' : 'a public'} Ed25519 key in PEM (docs/deployment.md).`,
  );
}
