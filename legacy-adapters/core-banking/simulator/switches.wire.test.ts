import http from 'node:http';
import { expect, test } from 'vitest';
import { valuesOf } from '#legacy-adapters/simulation/raw-request.ts';
import { people } from '#legacy-adapters/simulation/world.ts';
import { loginXml, runCore } from './simulator.testkit.ts';

const olena = `<c:customerId>${people.olena.customerId}</c:customerId>`;
const controlUrl = (core: { simulator: { url: string } }, path: string) => new URL(path, core.simulator.url);

test('the next n calls fail with a fault that shows the internals of the core', async () => {
  const core = await runCore();
  const session = await core.signIn();
  core.simulator.switches.failNext = 2;
  const answers = [];
  for (let call = 0; call < 3; call += 1) answers.push(await core.ask('GetCustomers', olena, session));
  expect(answers.map(({ status }) => status)).toEqual([500, 500, 200]);
  expect(valuesOf(answers[0]?.text ?? '', 'faultcode')).toEqual(['soap:Server']);
  expect(answers[0]?.text).toContain('ORA-00600');
  expect(core.simulator.switches.failNext).toBe(0);
});

test('an error rate of 1 fails every call of the operations it is meant for, and no other', async () => {
  const core = await runCore();
  const session = await core.signIn();
  Object.assign(core.simulator.switches, { errorRate: 1, operations: ['GetBalances'] });
  expect((await core.ask('GetBalances', '', session)).status).toBe(500);
  expect((await core.ask('GetCustomers', olena, session)).status).toBe(200);
});

test('an answer takes at least its latency', async () => {
  const core = await runCore();
  core.simulator.switches.latencyMs = 60;
  const startedAt = performance.now();
  await core.ask('Login', loginXml());
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(59);
});

test('without a setting an answer takes 40 ms', async () => {
  const core = await runCore({ switches: {} });
  expect(core.simulator.switches.latencyMs).toBe(40);
});

test.each([['half' as const], [100]])(
  'an answer truncated at %s is well-formed HTTP on a connection that is closed cleanly',
  async (truncateAt) => {
    const core = await runCore();
    const session = await core.signIn();
    const whole = await core.ask('GetCustomers', olena, session);
    core.simulator.switches.truncateAt = truncateAt;
    const cut = await core.ask('GetCustomers', olena, session);
    expect(cut.status).toBe(200);
    expect(cut.bytes).toEqual(whole.bytes.subarray(0, truncateAt === 'half' ? whole.bytes.length >> 1 : truncateAt));
  },
);

test('stopping while calls hang and others are slow returns promptly, and those callers see the connection end', async () => {
  const core = await runCore();
  const session = await core.signIn();
  Object.assign(core.simulator.switches, { hang: true, operations: ['GetCustomers'] });
  const hanging = core.ask('GetCustomers', olena, session);
  const failed = expect(hanging).rejects.toThrow('fetch failed');
  await core.simulator.calls.reached('GetCustomers', 1);
  Object.assign(core.simulator.switches, { hang: false, operations: [], latencyMs: 60_000 });
  const slow = core.ask('GetBalances', '', session);
  await core.simulator.calls.reached('GetBalances', 1);
  const startedAt = performance.now();
  await core.simulator.stop();
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  await failed;
  expect((await slow).status).toBe(200);
});

test('a caller who gives up on a hanging call leaves the simulator working', async () => {
  const core = await runCore();
  const session = await core.signIn();
  core.simulator.switches.hang = true;
  const request = http.request(core.simulator.url, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', soapaction: 'urn:portico:core-banking:v1/Login' },
  });
  request.end(
    '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><Login xmlns="urn:portico:core-banking:v1"/></e:Body></e:Envelope>',
  );
  const closed = new Promise((resolve) => request.once('close', resolve));
  request.once('error', () => undefined);
  await core.simulator.calls.reached('Login', 2);
  request.destroy();
  await closed;
  core.simulator.switches.hang = false;
  expect((await core.ask('GetCustomers', olena, session)).status).toBe(200);
});

test('switches are read and turned by HTTP', async () => {
  const core = await runCore();
  const session = await core.signIn();
  const put = await fetch(controlUrl(core, '/_switches'), { method: 'PUT', body: '{"failNext":1,"operations":["GetCustomers"]}' });
  expect(put.status).toBe(200);
  expect(await (await fetch(controlUrl(core, '/_switches'))).json()).toEqual({
    latencyMs: 0,
    errorRate: 0,
    failNext: 1,
    hang: false,
    truncateAt: null,
    expireSessions: false,
    operations: ['GetCustomers'],
  });
  expect((await core.ask('GetCustomers', olena, session)).status).toBe(500);
});

test.each([
  ['not JSON', '{', 'the body is not JSON'],
  ['an unknown switch', '{"explode":true}', 'explode'],
  ['a latency of an hour', '{"latencyMs":3600000}', 'latencyMs'],
  ['an operation that is not there', '{"operations":["Rob"]}', 'there are Login'],
  ['no object', '[]', 'body'],
])('%s turns nothing and is told what is allowed', async (_case, body, hint) => {
  const core = await runCore();
  const before = { ...core.simulator.switches };
  const answer = await fetch(controlUrl(core, '/_switches'), { method: 'PUT', body });
  expect(answer.status).toBe(400);
  const told = (await answer.json()) as { faults: string[]; allowed: Record<string, string> };
  expect(told.faults.join()).toContain(hint);
  expect(told.allowed.latencyMs).toBe('a whole number, 0 to 60000');
  expect(core.simulator.switches).toEqual(before);
});

test('a body of switches over 10 kB is refused', async () => {
  const core = await runCore();
  expect((await fetch(controlUrl(core, '/_switches'), { method: 'PUT', body: ' '.repeat(10_001) })).status).toBe(413);
});

test('calls are counted by operation, and the counts can be set back', async () => {
  const core = await runCore();
  const session = await core.signIn();
  await core.ask('GetCustomers', olena, session);
  await core.ask('GetCustomers', olena, 'dead');
  expect(core.simulator.calls.count('GetCustomers')).toBe(2);
  expect(await (await fetch(controlUrl(core, '/_calls'))).json()).toEqual({ Login: 1, GetCustomers: 2 });
  expect((await fetch(controlUrl(core, '/_calls'), { method: 'DELETE' })).status).toBe(200);
  expect(core.simulator.calls.total()).toBe(0);
});

test('a path that is not there is answered by 404', async () => {
  const core = await runCore();
  for (const path of ['/', '/_nothing', '/card-processing']) expect((await fetch(controlUrl(core, path))).status).toBe(404);
  expect((await fetch(core.simulator.url, { method: 'DELETE' })).status).toBe(405);
});
