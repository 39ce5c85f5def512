import { expect, test } from 'vitest';
import { valuesOf } from '#legacy-adapters/simulation/raw-request.ts';
import { people } from '#legacy-adapters/simulation/world.ts';
import { loginXml, runCore } from './simulator.testkit.ts';

const olena = `<c:customerId>${people.olena.customerId}</c:customerId>`;

test('a login opens a session of 128 random bits and says how long it may idle', async () => {
  const core = await runCore();
  const answer = await core.ask('Login', loginXml());
  expect(answer.status).toBe(200);
  expect(valuesOf(answer.text, 'resultCode')).toEqual(['0']);
  expect(valuesOf(answer.text, 'sessionId')[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(valuesOf(answer.text, 'idleSeconds')).toEqual(['300']);
  expect(await core.signIn()).not.toBe(await core.signIn());
});

test('a wrong password is a result code in a 200, and opens nothing', async () => {
  const core = await runCore();
  const answer = await core.ask('Login', loginXml('guess'));
  expect(answer.status).toBe(200);
  expect(valuesOf(answer.text, 'resultCode')).toEqual(['110']);
  expect(answer.text).toContain('<sessionId xsi:nil="true"></sessionId>');
  expect(core.simulator.sessions.live).toBe(0);
});

test('five wrong passwords in a row lock the user out for a minute, the right password included', async () => {
  const core = await runCore();
  const codeOf = async (given?: string) => valuesOf((await core.ask('Login', loginXml(given))).text, 'resultCode')[0];
  for (let attempt = 0; attempt < 4; attempt += 1) expect(await codeOf('guess')).toBe('110');
  expect(await codeOf()).toBe('0');
  for (let attempt = 0; attempt < 5; attempt += 1) expect(await codeOf('guess')).toBe('110');
  expect(await codeOf()).toBe('111');
  core.pass(59_999);
  expect(await codeOf()).toBe('111');
  core.pass(1);
  expect(await codeOf()).toBe('0');
});

test.each([
  ['no session header', undefined],
  ['an unknown session', 'f'.repeat(32)],
  ['an empty session', ''],
])('a call with %s is answered by the session fault', async (_case, session) => {
  const core = await runCore();
  const answer = await core.ask('GetCustomers', olena, session);
  expect(answer.status).toBe(500);
  expect(valuesOf(answer.text, 'faultcode')).toEqual(['soap:Client.SessionExpired']);
  expect(valuesOf(answer.text, 'faultstring')).toEqual(['Сесію завершено або не відкрито']);
  expect(answer.text).not.toContain('Коваленко');
});

test('a session lives while it is used and dies after five idle minutes', async () => {
  const core = await runCore();
  const session = await core.signIn();
  for (let call = 0; call < 3; call += 1) {
    core.pass(299_999);
    expect((await core.ask('GetCustomers', olena, session)).status).toBe(200);
  }
  core.pass(300_000);
  expect(valuesOf((await core.ask('GetCustomers', olena, session)).text, 'faultcode')).toEqual(['soap:Client.SessionExpired']);
  expect(core.simulator.sessions.live).toBe(0);
});

test('a fifth login ends the oldest session and no other', async () => {
  const core = await runCore();
  const sessions = [];
  for (let login = 0; login < 5; login += 1) sessions.push(await core.signIn());
  const statuses = await Promise.all(sessions.map(async (session) => (await core.ask('GetCustomers', olena, session)).status));
  expect(statuses).toEqual([500, 200, 200, 200, 200]);
  expect(core.simulator.sessions.live).toBe(4);
});

test('a logged-out session is dead', async () => {
  const core = await runCore();
  const session = await core.signIn();
  expect(valuesOf((await core.ask('Logout', '', session)).text, 'resultCode')).toEqual(['0']);
  expect((await core.ask('GetCustomers', olena, session)).status).toBe(500);
});

test('the switch drops every session once', async () => {
  const core = await runCore();
  const session = await core.signIn();
  core.simulator.switches.expireSessions = true;
  expect((await core.ask('GetCustomers', olena, session)).status).toBe(500);
  expect(core.simulator.switches.expireSessions).toBe(false);
  expect((await core.ask('GetCustomers', olena, await core.signIn())).status).toBe(200);
});
