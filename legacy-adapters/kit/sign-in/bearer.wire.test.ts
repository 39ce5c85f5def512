import { describe, expect, it } from 'vitest';
import { createXmlClient } from '#legacy-adapters/xml/xml-client.ts';
import { AuthExpired } from '#platform/errors.ts';
import { createLegacySystem } from '../legacy-system.ts';
import { type Answered, callOf, closing, operationCallOf, serve } from '../server.testkit.ts';
import { type BearerOptions, createBearer } from './bearer.ts';

const client = { clientId: 'portico:cerberus', clientSecret: 's&cret+%' };
const basic = `Basic ${Buffer.from('portico%3Acerberus:s%26cret%2B%25').toString('base64')}`;

/** A token endpoint that numbers its tokens, and knows which of them live. */
async function tokenEndpoint(life = 300) {
  const live = new Set<string>();
  const endpoint = { failure: undefined as Answered | undefined, hold: undefined as Promise<void> | undefined, live, made: 0 };
  const server = await serve(async ({ headers, body }) => {
    await endpoint.hold;
    if (endpoint.failure !== undefined) return endpoint.failure;
    if (headers.authorization !== basic || body.toString() !== 'grant_type=client_credentials&scope=cerberus') {
      return json({ error: 'invalid_client', error_description: `client_secret ${client.clientSecret}` }, 401);
    }
    endpoint.made += 1;
    const token = `token-${endpoint.made}`;
    live.add(token);
    return json({ access_token: token, token_type: 'Bearer', expires_in: life });
  });
  return Object.assign(endpoint, { url: server.url, asked: server.asked });
}

const json = (value: object, status = 200): Answered => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

/** A service that lets in who brings a token that lives. */
async function service(endpoint: Awaited<ReturnType<typeof tokenEndpoint>>, options: Partial<BearerOptions> = {}) {
  const clock = { ms: 1_000 };
  const server = await serve(({ headers }) => {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    return endpoint.live.has(token) ? { body: `<by>${token}</by>` } : { status: 401, body: '<html>no</html>' };
  });
  const signIn = createBearer({
    system: 'cerberus',
    tokenUrl: endpoint.url,
    ...client,
    scope: 'cerberus',
    now: () => clock.ms,
    ...options,
  });
  const system = closing(createLegacySystem({ name: 'cerberus', endpoint: server.url, deadlineMs: 5_000, signIn }));
  const xml = createXmlClient({ system, policies: { Ask: 'read', Pay: 'change' } });
  const call = (operation: 'Ask' | 'Pay') => xml.call(operation, { document: '<a/>' }, callOf(), ({ text }) => text.slice(4, -5));
  return { ask: () => call('Ask'), pay: () => call('Pay'), clock, server, signIn };
}

describe('a bearer token by client_credentials', () => {
  it('is asked for once, however many calls need it', async () => {
    const endpoint = await tokenEndpoint();
    const { ask } = await service(endpoint);
    expect(new Set(await Promise.all(Array.from({ length: 50 }, ask)))).toEqual(new Set(['token-1']));
    expect(endpoint.asked).toHaveLength(1);
  });

  it('is renewed between 75 and 85 % of its life, while calls go on with the old one', async () => {
    const endpoint = await tokenEndpoint(100);
    const { ask, clock, signIn } = await service(endpoint);
    await ask();
    clock.ms += 74_900;
    expect(await ask()).toBe('token-1');
    expect(endpoint.made).toBe(1);
    clock.ms += 10_200;
    let arrive = () => {};
    endpoint.hold = new Promise((resolve) => {
      arrive = resolve;
    });
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(['token-1', 'token-1', 'token-1']);
    arrive();
    await expect.poll(ask).toBe('token-2');
    expect(endpoint.made).toBe(2);
    expect(signIn.tallies).toEqual([{ done: 2, refused: 0, failed: 0 }]);
  });

  it('serves until its end while the endpoint is unavailable, which is then not asked at each call', async () => {
    const endpoint = await tokenEndpoint(100);
    const { ask, clock } = await service(endpoint);
    await ask();
    endpoint.failure = { status: 503 };
    clock.ms += 90_000;
    for (let round = 0; round < 20; round += 1) expect(await ask()).toBe('token-1');
    await expect.poll(() => endpoint.asked.length).toBe(2);
    clock.ms += 1_100;
    await ask();
    await expect.poll(() => endpoint.asked.length).toBe(3);
    clock.ms += 9_000;
    await expect(ask()).rejects.toMatchObject({ kind: 'UNAVAILABLE', mayHaveArrived: false });
    endpoint.failure = undefined;
    clock.ms += 1_100;
    expect(await ask()).toBe('token-2');
  });

  it('that the service refuses is replaced, and the call tried once more, also one that pays: it was not carried out', async () => {
    const endpoint = await tokenEndpoint();
    const { ask, pay, clock, server } = await service(endpoint);
    await ask();
    clock.ms += 1_100;
    endpoint.live.clear();
    expect(await Promise.all([pay(), ...Array.from({ length: 20 }, ask)])).toEqual(Array.from({ length: 21 }, () => 'token-2'));
    expect(endpoint.made).toBe(2);
    expect(server.asked.length).toBeLessThanOrEqual(1 + 2 * 21);
  });

  it('that is refused as soon as it comes costs two requests a call and no more tokens', async () => {
    const endpoint = await tokenEndpoint();
    const { ask, server } = await service(endpoint);
    endpoint.live.add = function add() {
      return this;
    };
    for (let round = 0; round < 5; round += 1) await expect(ask()).rejects.toMatchObject({ kind: 'UNAVAILABLE', name: 'SignInFailed' });
    expect([endpoint.made, server.asked.length]).toEqual([1, 10]);
  });

  it('is not asked for again for a while once the endpoint has refused us, and the secret shows nowhere', async () => {
    const endpoint = await tokenEndpoint();
    const { ask, clock } = await service(endpoint, { clientSecret: 'wrong-secret' });
    for (let round = 0; round < 5; round += 1) {
      const error: unknown = await ask().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ kind: 'UNAVAILABLE', name: 'SignInFailed', mayHaveArrived: false });
      expect(`${(error as Error).message} ${(error as Error).stack} ${JSON.stringify(error)}`).not.toMatch(/wrong-secret|s&cret/);
    }
    expect(endpoint.asked).toHaveLength(1);
    clock.ms += 30_100;
    await expect(ask()).rejects.toMatchObject({ name: 'SignInFailed' });
    expect(endpoint.asked).toHaveLength(2);
  });

  it.each<[string, Answered]>([
    ['no JSON', { body: '<html>' }],
    ['no token', json({ token_type: 'Bearer' })],
    ['a token of another kind', json({ access_token: 'x', token_type: 'mac' })],
    ['a token with a line break in it', json({ access_token: 'x\r\ninjected: 1', token_type: 'Bearer' })],
    ['100 kB', { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ access_token: 'x'.repeat(100_000) }) }],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }],
  ])('is unavailable when the endpoint gives %s', async (_case, answer) => {
    const endpoint = await tokenEndpoint();
    endpoint.failure = answer;
    const { ask, server } = await service(endpoint);
    await expect(ask()).rejects.toMatchObject({ kind: 'UNAVAILABLE', mayHaveArrived: false });
    expect(server.asked).toHaveLength(0);
  });

  it('is waited for no longer than the call may take', async () => {
    const endpoint = await tokenEndpoint();
    endpoint.hold = new Promise(() => undefined);
    const { signIn } = await service(endpoint);
    await expect(signIn.run(operationCallOf('read', 50), () => Promise.reject(new AuthExpired('x', 'never')))).rejects.toMatchObject({
      kind: 'TIMEOUT',
      mayHaveArrived: false,
    });
  });
});
