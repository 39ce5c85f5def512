import { describe, expect, it } from 'vitest';
import { askerOf, serveAsk } from '#legacy-adapters/soap/soap-service.testkit.ts';
import { createBasic } from './basic.ts';

async function service(status = 401) {
  const right = `Basic ${Buffer.from('portico:pä:ss', 'utf8').toString('base64')}`;
  const server = await serveAsk(
    () => undefined,
    (body, { headers }) =>
      headers.authorization === right ? { body } : { status, headers: { 'www-authenticate': 'Basic' }, body: 'who?' },
  );
  return {
    server,
    asker: (password: string) => askerOf(server.url, { signIn: createBasic({ system: 'core', user: 'portico', password }) }),
  };
}

describe('HTTP Basic', () => {
  it('lets us in, with any letters in the password', async () => {
    const { asker } = await service();
    expect(await asker('pä:ss').change()).toBe('1.00');
  });

  it('with a wrong password is tried three times and then not for a while; nothing was carried out', async () => {
    const { asker, server } = await service();
    const { ask, change } = asker('wrong-password');
    for (let round = 0; round < 5; round += 1) {
      const error: unknown = await (round % 2 === 0 ? ask : change)().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ kind: 'UNAVAILABLE', name: 'SignInFailed', mayHaveArrived: false });
      expect(`${(error as Error).stack}`).not.toContain('wrong-password');
    }
    expect(server.asked).toHaveLength(3);
  });

  it('has no user with a colon', () => {
    expect(() => createBasic({ system: 'core', user: 'a:b', password: 'c' })).toThrow('colon');
  });
});
