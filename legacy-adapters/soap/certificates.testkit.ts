import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A certificate with its key, as files and as PEM. */
export interface Pair {
  readonly certFile: string;
  readonly keyFile: string;
  readonly cert: string;
  readonly key: string;
}

export interface Authority extends Pair {
  /** Issues a certificate; a negative `days` makes one that is over. */
  issue(name: string, days?: number): Pair;
  readonly folder: string;
  remove(): void;
}

/** A certificate authority of the test's own, made by openssl. */
export function createAuthority(name = 'test authority'): Authority {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portico-ca-'));
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const pairOf = (file: string): Pair => {
    const [certFile, keyFile] = [path.join(folder, `${file}.crt`), path.join(folder, `${file}.key`)];
    return { certFile, keyFile, cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
  };
  const key = ['-newkey', 'rsa:2048', '-nodes', '-sha256'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.crt', '-subj', `/CN=${name}`, '-days', '2');
  let serial = 0;
  return {
    ...pairOf('ca'),
    folder,
    issue(subject, days = 1) {
      serial += 1;
      const file = `issued-${serial}`;
      writeFileSync(path.join(folder, 'extensions'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\nbasicConstraints=CA:FALSE\n');
      openssl('req', ...key, '-keyout', `${file}.key`, '-out', `${file}.csr`, '-subj', `/CN=${subject}`);
      const signing = ['-in', `${file}.csr`, '-CA', 'ca.crt', '-CAkey', 'ca.key', '-set_serial', String(serial), '-extfile', 'extensions'];
      openssl('x509', '-req', ...signing, '-days', String(days), '-out', `${file}.crt`);
      return pairOf(file);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
