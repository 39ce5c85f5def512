import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { SignIn, TlsIdentity } from './sign-in.ts';

export interface MutualTlsOptions {
  /** Our certificate and, after it, those between it and the root, in PEM. Without it the server alone proves itself. */
  readonly certFile?: string;
  /** Its private key, in PEM, unencrypted. */
  readonly keyFile?: string;
  /** Who vouches for the server, in PEM; without it those that Node trusts. */
  readonly caFile?: string;
  /** The name in the server's certificate, where that is not its address. */
  readonly servername?: string;
  /** The files are looked at no more often than this, in milliseconds. 1 s. */
  readonly lookEveryMs?: number;
  /** Told once when files have changed and cannot be used, for a log; the old ones stay in use. */
  readonly onUnusable?: (why: string) => void;
}

interface Files {
  readonly stamp: string;
  readonly identity: TlsIdentity;
}

/**
 * Mutual TLS. The files are read again when they have changed: new calls then go over new connections with the new pair, and
 * calls under way end on theirs. A key and a certificate that do not belong together, as while somebody is still copying them, or
 * a certificate that has expired, are not taken. Throws at the start when the files cannot be used.
 */
export function createMutualTls(options: MutualTlsOptions): SignIn {
  const { lookEveryMs = 1_000 } = options;
  let current = read();
  let refused = '';
  let lookAt = performance.now() + lookEveryMs;

  function stamp(): string {
    return filesOf(options)
      .map((file) => {
        const { mtimeMs, size, ino } = statSync(file);
        return `${mtimeMs} ${size} ${ino}`;
      })
      .join();
  }

  function read(): Files {
    const stampBefore = stamp();
    const { certFile, keyFile, caFile, servername } = options;
    if ((certFile === undefined) !== (keyFile === undefined)) throw new Error('mutual TLS takes a certificate with its key');
    const cert = certFile === undefined ? undefined : readFileSync(certFile);
    const key = keyFile === undefined ? undefined : readFileSync(keyFile);
    if (cert !== undefined && key !== undefined) checkPair(cert, key);
    const identity: TlsIdentity = {
      ...(cert === undefined || key === undefined ? {} : { cert, key }),
      ...(caFile === undefined ? {} : { ca: readFileSync(caFile) }),
      ...(servername === undefined ? {} : { servername }),
    };
    return { stamp: stampBefore, identity };
  }

  function look(): void {
    let seen = 'gone';
    try {
      seen = stamp();
      if (seen === current.stamp || seen === refused) return;
      current = read();
      refused = '';
    } catch (error) {
      if (refused !== seen) options.onUnusable?.(error instanceof Error ? error.message : 'the files cannot be read');
      refused = seen;
    }
  }

  return {
    run: (_call, attempt) => attempt({}),
    tls() {
      if (performance.now() >= lookAt) {
        lookAt = performance.now() + lookEveryMs;
        look();
      }
      return current.identity;
    },
    close: async () => {},
  };
}

function filesOf({ certFile, keyFile, caFile }: MutualTlsOptions): string[] {
  return [certFile, keyFile, caFile].filter((file) => file !== undefined);
}

function checkPair(cert: Buffer, key: Buffer): void {
  const certificate = new X509Certificate(cert);
  if (!certificate.checkPrivateKey(createPrivateKey(key))) throw new Error('the certificate and the key do not belong together');
  if (certificate.validToDate.getTime() <= Date.now()) throw new Error('the certificate has expired');
}
