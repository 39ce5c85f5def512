import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { defineNeed } from '../composition/need.ts';
import { forDevelopment, optional } from '../composition/setting.ts';
import { text } from '../composition/setting-kinds.ts';
import type { Audit } from './audit.ts';

export const auditNeed = defineNeed<Audit>('audit');

/** Everybody can make it, so that anybody can verify the audit log of a bank in development. */
export const developmentSigningKey = pemOfSeed('portico development audit key, never in production');

export const auditSettings = {
  AUDIT_SIGNING_KEY: forDevelopment(developmentSigningKey, {
    // A PEM in an environment file often has `\n` in place of its line ends.
    schema: text
      .transform((pem) => pem.replaceAll('\\n', '\n'))
      .refine(isSigningKey, { error: 'must be the text of a private Ed25519 key in PEM (docs/deployment.md)' }),
    description: 'an Ed25519 private key in PEM that signs the head of the audit log; keep it where the database is not administered',
    isSecret: true,
    hint: 'another key than GATEWAY_SIGNING_KEY, the same for every process',
  }),
  AUDIT_ANCHORS_FILE: optional({
    schema: text,
    description: 'a file that takes the signed heads of the audit log, to be shipped out of reach ([audit log](platform/audit/README.md))',
    without: 'none: a log that was cut off together with the heads in the database looks whole',
  }),
};

function isSigningKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    // What the parser says may quote the key.
    return false;
  }
}

/** RFC 8410, section 7: an Ed25519 private key is 32 bytes behind this header. */
function pemOfSeed(seed: string): string {
  const header = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([header, createHash('sha256').update(seed).digest()]);
  const key: KeyObject = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
