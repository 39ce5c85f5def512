import type { Decimal } from '#platform/decimal.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { bare, describeConformance } from '../conformance/conformance.testkit.ts';
import type { ProbeCall } from '../conformance/suite.ts';
import { knownBillers, knownPayers } from '../simulation/world.ts';
import { createBillerHub } from './index.ts';
import { signed } from './simulator/simulator.testkit.ts';
import { createBillerHubSimulator } from './simulator/simulator.ts';

const credentials = { partner: 'portico', password: 'hub-password-1' };
const simulator = createBillerHubSimulator({
  port: 0,
  ...credentials,
  // No state changes while its answers are spoilt.
  settleMs: 3_600_000,
  switches: { latencyMs: 0 },
  logger: createLogger('test', 'silent'),
});

describeConformance({
  system: 'biller hub',
  simulator,
  contract: {
    namespace: 'urn:portico:biller-hub:v1',
    // Spoilt answers bear a right signature, or nothing behind it would be tried.
    sign: (body) => ({ 'x-hub-sign': signed(body, credentials.password) }),
  },
  secrets: [credentials.password],
  connect: (endpoint) => createBillerHub({ endpoint, ...credentials, deadlineMs: 2_000, policies: bare }),
  probes: (port) => {
    const billers = (number: string) => ({
      operation: 'BillersReq',
      ask: (call: ProbeCall) => port().findBillersByNumbers([number], call),
    });
    const category = (wanted: 'TRANSPORT' | 'TV') => ({
      operation: 'BillersReq',
      ask: (call: ProbeCall) => port().findBillers(wanted, call),
    });
    const debts = (value: string) => ({
      operation: 'DebtReq',
      ask: (call: ProbeCall) => port().findDebts([{ billerNumber: knownBillers.light, values: [{ code: 'account', value }] }], call),
    });
    const pay = (reference: string, text: string) => ({
      operation: 'PayReq',
      ask: (call: ProbeCall) =>
        port().pay(
          {
            reference,
            billerNumber: knownBillers.light,
            values: [{ code: 'account', value: knownPayers.olenaLight }],
            amount: { amount: text as Decimal, currency: 'UAH' },
          },
          call,
        ),
    });
    const payments = (reference: string) => ({
      operation: 'PayStatusReq',
      ask: (call: ProbeCall) => port().findPayments([reference], call),
    });
    return [
      { ...pay('one', '10.00'), policy: 'moves money', others: [payments('one'), pay('another', '10.00')] },
      { ...billers(knownBillers.light), policy: 'read', sizes: true, others: [billers(knownBillers.gas), debts(knownPayers.olenaLight)] },
      { ...category('TV'), policy: 'read', others: [category('TRANSPORT')] },
      { ...debts(knownPayers.olenaLight), policy: 'read', others: [debts(knownPayers.bohdanLight)] },
      { ...payments('one'), policy: 'read', others: [payments('another')] },
    ];
  },
});
