import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Answered } from '#legacy-adapters/kit/server.testkit.ts';
import { askerOf, type SoapAsked, serveAsk, soapFault } from '../soap-service.testkit.ts';
import { createUsernameToken, type UsernameTokenOptions } from './username-token.ts';

const user = 'portico<&>';
const password = 'p<&>"ässword';

const inside = (value: unknown, name: string): unknown => (value as Record<string, unknown> | undefined)?.[name];
const textOf = (value: unknown): string => String(inside(value, '$value') ?? value ?? '');

/** A service that checks tokens as the profile says, on a clock of its own: digest or text, fresh within 5 minutes, no nonce twice. */
async function service(clock: () => number = () => Date.now()) {
  const nonces = new Set<string>();
  const seen = { nonces, refused: 0, timestamps: 0 };
  const check = ({ header }: SoapAsked) => {
    const security = inside(header, 'Security');
    const token = inside(security, 'UsernameToken');
    const [nonce, created] = [textOf(inside(token, 'Nonce')), textOf(inside(token, 'Created'))];
    const type = String(inside(inside(inside(token, 'Password'), 'attributes'), 'Type'));
    const given = textOf(inside(token, 'Password'));
    const digest = createHash('sha1').update(Buffer.from(nonce, 'base64')).update(created).update(password).digest('base64');
    const right = given === (type.endsWith('#PasswordDigest') ? digest : password) && textOf(inside(token, 'Username')) === user;
    if (!right || nonces.has(nonce) || Math.abs(Date.parse(created) - clock()) > 300_000) {
      seen.refused += 1;
      throw soapFault('wsse:FailedAuthentication');
    }
    nonces.add(nonce);
    if (inside(inside(security, 'Timestamp'), 'Expires') !== undefined) seen.timestamps += 1;
  };
  const dress = (body: string): Answered => ({ body, headers: { date: new Date(clock()).toUTCString() } });
  const server = await serveAsk(check, dress);
  const asker = (options: Partial<UsernameTokenOptions> = {}) =>
    askerOf(server.url, { signIn: createUsernameToken({ system: 'core', user, password, ...options }) });
  return { server, seen, asker };
}

describe('a UsernameToken', () => {
  it.each(['digest', 'text'] as const)('with the password as %s is believed, and each has a nonce of its own', async (passwordType) => {
    const { asker, seen } = await service();
    const { ask } = asker({ passwordType });
    expect(await Promise.all(Array.from({ length: 20 }, ask))).toEqual(Array.from({ length: 20 }, () => '1.00'));
    expect([seen.nonces.size, seen.refused]).toEqual([20, 0]);
  });

  it('has a nonce of its own also when a read is asked again', async () => {
    const { server, seen, asker } = await service();
    let failures = 2;
    const flaky = await serveAsk(
      () => undefined,
      (body) => (failures-- > 0 ? { status: 503, body: 'unavailable' } : { body }),
    );
    const { ask } = askerOf(flaky.url, { signIn: createUsernameToken({ system: 'core', user, password }) });
    expect(await ask()).toBe('1.00');
    const nonces = flaky.asked.map(({ body }) => /<wsse:Nonce[^>]*>([^<]+)</.exec(body.toString())?.[1]);
    expect(new Set(nonces).size).toBe(3);
    await asker().ask();
    expect([server.asked.length, seen.refused]).toEqual([1, 0]);
  });

  it.each([10, -10])('is created by the clock of a server that is off by %i minutes, learnt from its first answer', async (minutes) => {
    const { asker, seen } = await service(() => Date.now() + minutes * 60_000);
    const { ask, change } = asker();
    expect([await change(), await ask(), await ask()]).toEqual(['1.00', '1.00', '1.00']);
    expect(seen.refused).toBe(1);
  });

  it('is not created for next week because an answer says that it is next week', async () => {
    const { asker, seen, server } = await service(() => Date.now() + 7 * 86_400_000);
    await expect(asker().ask()).rejects.toMatchObject({ kind: 'UNAVAILABLE', name: 'SignInFailed' });
    expect([seen.nonces.size, server.asked.length]).toEqual([0, 1]);
    const created = /<wsu:Created>([^<]+)</.exec(server.asked[0]?.body.toString() ?? '')?.[1] ?? '';
    expect(Math.abs(Date.parse(created) - Date.now())).toBeLessThan(60_000);
  });

  it('with a wrong password is sent three times and then not for a while, and the password shows nowhere', async () => {
    const { asker, server } = await service();
    const { ask } = asker({ password: 'wrong-password' });
    for (let round = 0; round < 10; round += 1) {
      const error: unknown = await ask().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ kind: 'UNAVAILABLE', mayHaveArrived: false });
      expect(`${(error as Error).stack} ${JSON.stringify(error)}`).not.toContain('wrong-password');
    }
    expect(server.asked).toHaveLength(3);
  });

  it('has a Timestamp beside it where the system wants one', async () => {
    const { asker, seen } = await service();
    await asker({ timestampMs: 60_000 }).ask();
    expect(seen.timestamps).toBe(1);
  });
});
