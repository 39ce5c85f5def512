import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import { createAuthority, type Pair } from '#legacy-adapters/soap/certificates.testkit.ts';
import { askerOf, serveAsk } from '#legacy-adapters/soap/soap-service.testkit.ts';
import type { Answered } from '../server.testkit.ts';
import { createBasic } from './basic.ts';
import { combineSignIns } from './combined-sign-in.ts';
import { createMutualTls, type MutualTlsOptions } from './mutual-tls.ts';

const authority = createAuthority();
const stranger = createAuthority('stranger');
const serverPair = authority.issue('core');
afterAll(() => {
  authority.remove();
  stranger.remove();
});

/** A service that lets in who has a certificate of the authority, and notes who came. */
async function service(answer: (body: string) => Answered | Promise<Answered> = (body) => ({ body })) {
  const came: string[] = [];
  const server = await serveAsk(
    ({ socket }) => void came.push(String((socket as TLSSocket).getPeerCertificate().subject.CN)),
    (body) => answer(body) as Answered,
    { key: serverPair.key, cert: serverPair.cert, ca: authority.cert, requestCert: true, rejectUnauthorized: true },
  );
  return { server, came };
}

const identityOf = ({ certFile, keyFile }: Pair): MutualTlsOptions => ({ certFile, keyFile, caFile: authority.certFile, lookEveryMs: 0 });

describe('mutual TLS', () => {
  it('lets us in by our certificate, and the server by the one whose authority we know', async () => {
    const { server, came } = await service();
    const { ask } = askerOf(server.url, { signIn: createMutualTls(identityOf(authority.issue('portico'))) });
    expect(await ask()).toBe('1.00');
    expect(came).toEqual(['portico']);
  });

  it.each<[string, () => MutualTlsOptions]>([
    ['no certificate', () => ({ caFile: authority.certFile })],
    ['a certificate of another authority', () => identityOf(stranger.issue('portico'))],
  ])('does not let us in with %s', async (_case, options) => {
    const { server, came } = await service();
    await expect(askerOf(server.url, { signIn: createMutualTls(options()) }).ask()).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
    expect(came).toEqual([]);
  });

  it('sends nothing to a server whose authority we do not know', async () => {
    const { server } = await service();
    const signIn = createMutualTls({ ...identityOf(authority.issue('portico')), caFile: stranger.certFile });
    await expect(askerOf(server.url, { signIn }).change()).rejects.toMatchObject({ kind: 'UNAVAILABLE', mayHaveArrived: false });
    expect(server.asked).toEqual([]);
  });

  it('takes a new pair from changed files, and ends the calls under way on their old one', async () => {
    const [old, fresh] = [authority.issue('old'), authority.issue('new')];
    const files = { certFile: path.join(authority.folder, 'ours.crt'), keyFile: path.join(authority.folder, 'ours.key') };
    copyFileSync(old.certFile, files.certFile);
    copyFileSync(old.keyFile, files.keyFile);
    const { server, came } = await service();
    const unusable: string[] = [];
    const signIn = createMutualTls({ ...identityOf({ ...old, ...files }), onUnusable: (why) => unusable.push(why) });
    const { ask } = askerOf(server.url, { signIn });
    await ask();
    const underWay = Array.from({ length: 20 }, ask);

    writeFileSync(files.certFile, fresh.cert);
    await Promise.all([...underWay, ask()]);
    expect(new Set(came)).toEqual(new Set(['old']));
    expect(unusable).toEqual(['the certificate and the key do not belong together']);

    writeFileSync(files.keyFile, fresh.key);
    came.length = 0;
    await Promise.all([ask(), ask()]);
    expect(came).toEqual(['new', 'new']);
  });

  it('does not take up a certificate that has expired', () => {
    const over = authority.issue('over', -1);
    expect(() => createMutualTls(identityOf(over))).toThrow('expired');
  });

  it('goes together with a password', async () => {
    const { server, came } = await service();
    const signIn = combineSignIns(
      createMutualTls(identityOf(authority.issue('portico'))),
      createBasic({ system: 'core', user: 'u', password: 'p' }),
    );
    expect(await askerOf(server.url, { signIn }).ask()).toBe('1.00');
    expect([came, server.asked[0]?.headers.authorization]).toEqual([['portico'], 'Basic dTpw']);
  });
});
