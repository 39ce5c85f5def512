import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bank, startBank } from '#bank/bank.ts';
import { readSettings } from '#bank/environment.ts';
import { legacyAdapters } from '#bank/lists.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { anySimulatorPorts } from './testkit/simulator-ports.ts';

let bank: Bank;
beforeAll(async () => {
  const settings = { PORTICO_PARTS: 'simulators', IDENTITY_ISSUER: 'http://127.0.0.1:1/realms/portico', PORT: '0', METRICS_PORT: 'off' };
  bank = await startBank(readSettings({ ...settings, ...anySimulatorPorts }), createLogger('test', 'silent'));
});
afterAll(() => bank?.stop());

it.each(legacyAdapters)('the simulated $title answers at the path that its descriptor names', ({ name, simulator }) => {
  expect(new URL(bank.simulators.get(name)?.url ?? '').pathname).toBe(simulator.path);
});
