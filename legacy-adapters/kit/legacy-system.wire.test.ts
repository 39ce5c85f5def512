import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AuthExpired, LegacyFailure, LegacyRefused, LegacyUnreachable } from '#platform/errors.ts';
import { XmlMalformed } from '../xml/malformed.ts';
import { createXmlClient } from '../xml/xml-client.ts';
import type { OperationPolicy } from './call.ts';
import { createLegacySystem, type LegacySystemOptions } from './legacy-system.ts';
import { type Answered, callOf, closing, listen, serve } from './server.testkit.ts';
import { createNoSignIn } from './sign-in/none.ts';
import { createSessionLogin } from './sign-in/session-login.ts';

const fast = { backOffMs: 1, backOffMaxMs: 2 };

function systemAt(endpoint: string, options: Partial<LegacySystemOptions> = {}) {
  const system = closing(
    createLegacySystem({ name: 'core', endpoint, deadlineMs: 2_000, signIn: createNoSignIn(), policies: fast, ...options }),
  );
  const client = createXmlClient({ system, policies: { Read: 'read', Pay: 'change' } });
  /** What the answer says: `no` is a refusal, `?` nothing that anybody can read. */
  const take = ({ text }: { readonly text: string }) => {
    if (text === 'no') throw new LegacyRefused('core', 'NO');
    if (text === '?') throw new XmlMalformed('a question mark', '', 0);
    return text;
  };
  const call = (operation: 'Read' | 'Pay', durationMs?: number) => client.call(operation, { document: '<a/>' }, callOf(durationMs), take);
  return { system, call, read: (durationMs?: number) => call('Read', durationMs), pay: (durationMs?: number) => call('Pay', durationMs) };
}

/** A system that gives these answers one after another, the last one for ever. */
async function answering(answers: readonly Answered[], options?: Partial<LegacySystemOptions>) {
  let next = 0;
  const server = await serve(() => answers[Math.min(next++, answers.length - 1)] ?? {});
  return { server, ...systemAt(server.url, options) };
}

const failureOf = async (promise: Promise<unknown>): Promise<LegacyFailure> => {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  if (error instanceof LegacyFailure) return error;
  throw new Error('there should have been a failure', { cause: error });
};

describe('a read', () => {
  it('is asked again after a failure that may pass', async () => {
    const { read, server } = await answering([{ status: 503 }, { status: 500 }, { body: 'yes' }]);
    expect(await read()).toBe('yes');
    expect(server.asked).toHaveLength(3);
  });

  it('is asked three times and no more', async () => {
    const { read, server } = await answering([{ status: 503 }]);
    expect(await failureOf(read())).toMatchObject({ kind: 'UNAVAILABLE', code: 'UPSTREAM_UNAVAILABLE' });
    expect(server.asked).toHaveLength(3);
  });

  it.each<[string, Answered, string, string]>([
    ['a refusal', { body: 'no' }, 'REFUSED', 'UPSTREAM_REFUSED'],
    ['an answer that nobody can read', { body: '?' }, 'MALFORMED', 'UPSTREAM_MALFORMED'],
    ['a redirect', { status: 307, headers: { location: '/elsewhere' } }, 'MALFORMED', 'UPSTREAM_MALFORMED'],
    ['a credential that is not taken', { status: 401 }, 'UNAVAILABLE', 'UPSTREAM_UNAVAILABLE'],
  ])('is not asked again after %s', async (_case, answer, kind, code) => {
    const { read, server } = await answering([answer]);
    expect(await failureOf(read())).toMatchObject({ kind, code });
    expect(server.asked).toHaveLength(1);
  });

  it('is not asked again when its time would be over by then', async () => {
    const { read, server } = await answering([{ status: 503 }], { policies: { backOffMs: 1_000_000, backOffMaxMs: 1_000_000 } });
    const startedAt = performance.now();
    expect(await failureOf(read(500))).toMatchObject({ kind: 'UNAVAILABLE' });
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(server.asked).toHaveLength(1);
  });

  it('is asked again out of one budget for all, so that a failing system gets no storm', async () => {
    const { read, server } = await answering([{ status: 503 }], { policies: { ...fast, retryShare: 0.2, retriesSavedMax: 10 } });
    await Promise.allSettled(Array.from({ length: 40 }, () => read()));
    expect(server.asked.length).toBeGreaterThan(40);
    expect(server.asked.length).toBeLessThanOrEqual(40 + 10 + 40 * 0.2);
  });

  it('whose answer our own code stumbles over is a fault of ours', async () => {
    const { system } = await answering([{ body: 'yes' }]);
    const fault = new TypeError('ours');
    await expect(system.run('Read', 'read', callOf(), () => Promise.reject(fault))).rejects.toBe(fault);
  });
});

describe('a change', () => {
  it.each<[string, Answered]>([
    ['a failure inside', { status: 500 }],
    ['unavailable', { status: 503 }],
    ['an answer that nobody can read', { body: '?' }],
    ['bytes of no charset', { headers: { 'content-type': 'text/xml; charset=utf-8' }, body: Buffer.from([0xff]) }],
    ['a redirect', { status: 307, headers: { location: '/elsewhere' } }],
  ])('is sent once, and after %s nobody knows', async (_case, answer) => {
    const { pay, server } = await answering([answer]);
    expect(await failureOf(pay())).toMatchObject({ kind: 'OUTCOME_UNKNOWN', code: 'OUTCOME_UNKNOWN', mayHaveArrived: true });
    expect(server.asked).toHaveLength(1);
  });

  it('is in doubt when no answer comes in time', async () => {
    const server = await serve(() => new Promise(() => undefined));
    const { pay } = systemAt(server.url);
    expect(await failureOf(pay(100))).toMatchObject({ kind: 'OUTCOME_UNKNOWN' });
    expect(server.asked).toHaveLength(1);
  });

  it('is in doubt when the connection ends at any moment after the request', async () => {
    for (const write of ['', 'HTTP/1.1 200 OK\r\n', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nye']) {
      let asked = 0;
      const { url } = await listen((request) => {
        asked += 1;
        request.resume().once('end', () => request.socket.end(write));
      });
      expect(await failureOf(systemAt(url).pay())).toMatchObject({ kind: 'OUTCOME_UNKNOWN' });
      expect(asked).toBe(1);
    }
  });

  it('is in doubt when our own code stumbles over the answer', async () => {
    const { system } = await answering([{ body: 'yes' }]);
    const failure = await failureOf(system.run('Pay', 'change', callOf(), () => Promise.reject(new TypeError('ours'))));
    expect(failure).toMatchObject({ kind: 'OUTCOME_UNKNOWN' });
  });

  it('that is refused is refused', async () => {
    const { pay } = await answering([{ body: 'no' }]);
    expect(await failureOf(pay())).toMatchObject({ kind: 'REFUSED', reason: 'NO', mayHaveArrived: false });
  });

  it('certainly did not happen when nobody listens', async () => {
    expect(await failureOf(systemAt('http://127.0.0.1:1/').pay())).toMatchObject({ kind: 'UNAVAILABLE', mayHaveArrived: false });
  });

  it('certainly did not happen when there was no session to be had', async () => {
    const server = await serve(() => ({ body: 'yes' }));
    const login = () => Promise.reject(new LegacyUnreachable('core', 'UPSTREAM_TIMEOUT', 'Login: late'));
    const signIn = createSessionLogin({ system: 'core', login, loginDeadlineMs: 100, credentials: () => ({}), secrets: [] });
    expect(await failureOf(systemAt(server.url, { signIn }).pay())).toMatchObject({ kind: 'TIMEOUT', mayHaveArrived: false });
    expect(server.asked).toHaveLength(0);
  });

  it.each([
    ['is made once more in a new session when the old one proves that it was not carried out', false, 2, 'done in 2'],
    ['is in doubt when a session dies under it without a proof', true, 1, 'OUTCOME_UNKNOWN'],
  ] as const)('%s', async (_case, mayHaveArrived, attempts, end) => {
    let logins = 0;
    let made = 0;
    const signIn = createSessionLogin({
      system: 'core',
      login: async () => `${++logins}`,
      loginDeadlineMs: 1_000,
      credentials: (session) => ({ headers: { session } }),
      secrets: [],
    });
    const { system } = systemAt('http://127.0.0.1:1/', { signIn });
    const pay = system.run('Pay', 'change', callOf(), async ({ headers }) => {
      made += 1;
      if (headers?.session === '1') throw new AuthExpired('core', 'no session', { mayHaveArrived });
      return `done in ${headers?.session}`;
    });
    expect(await pay.catch((error: LegacyFailure) => error.kind)).toBe(end);
    expect(made).toBe(attempts);
  });
});

describe('a system that fails', () => {
  const touchy = { ...fast, attemptsMax: 1, attemptsInWindowMin: 4, openMs: 60_000 };

  it('is left alone: calls are answered at once and nothing is sent, so that a change certainly did not happen', async () => {
    const { read, pay, server } = await answering([{ status: 503 }], { policies: touchy });
    for (let round = 0; round < 4; round += 1) await failureOf(read());
    expect(await failureOf(read())).toMatchObject({ kind: 'UNAVAILABLE', name: 'CircuitOpen' });
    expect(await failureOf(pay())).toMatchObject({ kind: 'UNAVAILABLE', mayHaveArrived: false });
    expect(server.asked).toHaveLength(4);
  });

  it.each<[string, Answered]>([
    ['refuses', { body: 'no' }],
    ['answers what nobody can read', { body: '?' }],
    ['does not take our credentials', { status: 401 }],
  ])('is not left alone because it %s', async (_case, answer) => {
    const { read, server } = await answering([answer], { policies: touchy });
    for (let round = 0; round < 20; round += 1) await failureOf(read());
    expect(server.asked).toHaveLength(20);
  });

  it('is not left alone because callers disconnected before it could answer', async () => {
    const server = await serve(() => new Promise(() => undefined));
    const { read } = systemAt(server.url, { policies: touchy });
    for (let round = 0; round < 8; round += 1)
      expect(await failureOf(read(30))).toMatchObject({ kind: 'TIMEOUT', name: 'LegacyUnreachable' });
    await expect.poll(() => server.asked.length).toBe(8);
  });

  it('is left alone when it lets everybody wait for as long as a call may take', async () => {
    const server = await serve(() => new Promise(() => undefined));
    const { read } = systemAt(server.url, { policies: touchy, deadlineMs: 30 });
    for (let round = 0; round < 4; round += 1) expect(await failureOf(read())).toMatchObject({ kind: 'TIMEOUT' });
    expect(await failureOf(read())).toMatchObject({ name: 'CircuitOpen' });
  });

  it('is left alone by retries too: they end when the circuit opens', async () => {
    const { read, server } = await answering([{ status: 503 }], { policies: { ...touchy, attemptsMax: 10 } });
    expect(await failureOf(read())).toMatchObject({ name: 'CircuitOpen' });
    expect(server.asked).toHaveLength(4);
  });
});

describe('a system that is slow', () => {
  async function slow(policies: object) {
    const held: (() => void)[] = [];
    const server = await serve(() => new Promise((resolve) => held.push(() => resolve({ body: 'yes' }))));
    return { server, held, ...systemAt(server.url, { policies: { ...fast, ...policies } }) };
  }

  it('gets so many calls at once, lets so many wait, and rejects the next one at once', async () => {
    const { read, pay, server, held } = await slow({ callsMax: 2, callsWaitingMax: 1 });
    const calls = [read(), read(), read()];
    await expect.poll(() => held.length).toBe(2);
    expect(await failureOf(pay())).toMatchObject({ kind: 'UNAVAILABLE', mayHaveArrived: false });
    for (const answer of held.splice(0)) answer();
    await expect.poll(() => held.length).toBe(1);
    held[0]?.();
    expect(await Promise.all(calls)).toEqual(['yes', 'yes', 'yes']);
    expect(server.asked).toHaveLength(3);
  });

  it('is never sent a change whose caller has given up while it waited for a place', async () => {
    const { read, pay, server, held } = await slow({ callsMax: 1, callsWaitingMax: 5 });
    const first = read();
    await expect.poll(() => held.length).toBe(1);
    expect(await failureOf(pay(50))).toMatchObject({ kind: 'TIMEOUT', mayHaveArrived: false });
    held[0]?.();
    expect(await first).toBe('yes');
    for (let turn = 0; turn < 50; turn += 1) await setImmediate();
    expect(server.asked).toHaveLength(1);
  });

  it('is never sent a change whose caller has given up while it waited for a connection', async () => {
    const { server, held } = await slow({});
    const narrow = systemAt(server.url, { transport: { connectionsMax: 1 } });
    const first = narrow.read();
    await expect.poll(() => held.length).toBe(1);
    expect(await failureOf(narrow.pay(50))).toMatchObject({ kind: 'TIMEOUT', mayHaveArrived: false });
    held[0]?.();
    expect(await first).toBe('yes');
    for (let turn = 0; turn < 50; turn += 1) await setImmediate();
    expect(server.asked).toHaveLength(1);
  });
});

it.each<OperationPolicy>(['read', 'change'])('a %s past its deadline is not begun', async (policy) => {
  const { system, server } = await answering([{ body: 'yes' }]);
  const failure = await failureOf(system.run('Any', policy, callOf(0), () => Promise.resolve('begun')));
  expect(failure).toMatchObject({ kind: 'TIMEOUT', mayHaveArrived: false });
  expect(server.asked).toHaveLength(0);
});
