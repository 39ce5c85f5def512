import { createLogger } from '#platform/telemetry/logger.ts';
import { bare, describeConformance } from '../conformance/conformance.testkit.ts';
import type { ProbeCall } from '../conformance/suite.ts';
import { people } from '../simulation/people.ts';
import { createWorld } from '../simulation/world.ts';
import { createCoreBanking } from './index.ts';
import { createCoreBankingSimulator } from './simulator/simulator.ts';

const credentials = { user: 'portico', password: 'core-password-1' };
const world = createWorld();
const simulator = createCoreBankingSimulator({
  port: 0,
  ...credentials,
  world,
  switches: { latencyMs: 0 },
  logger: createLogger('test', 'silent'),
});
const { customerId } = people.olena;
const [account = '', other = ''] = world.accounts.filter((found) => found.customerId === customerId).map((found) => found.accountId);
const [entryId = '', otherEntryId = ''] = simulator.ledger.entries(account).map((entry) => entry.entryId);
const phone = '+380671234501';

describeConformance({
  system: 'core banking',
  simulator,
  contract: { namespace: 'urn:portico:core-banking:v1', soap: '1.1' },
  secrets: [credentials.password],
  connect: (endpoint) => createCoreBanking({ endpoint, ...credentials, deadlineMs: 2_000, policies: bare }),
  probes: (port) => {
    const balances = (number: string) => ({ operation: 'GetBalances', ask: (call: ProbeCall) => port().findBalances([number], call) });
    const customers = (number: string) => ({ operation: 'GetCustomers', ask: (call: ProbeCall) => port().findCustomers([number], call) });
    const statements = (accountNumber: string) => ({
      operation: 'GetStatements',
      ask: (call: ProbeCall) => port().findStatements([{ accountNumber, filter: {}, pageSize: 2 }], call),
    });
    const accounts = (number: string) => ({
      operation: 'GetAccountsByCustomers',
      ask: (call: ProbeCall) => port().findAccountsOfCustomers([number], call),
    });
    const entries = (number: string) => ({
      operation: 'GetStatementEntries',
      ask: (call: ProbeCall) => port().findStatementEntries([number], call),
    });
    return [
      { ...balances(account), policy: 'read', sizes: true, others: [customers(customerId), balances(other)] },
      { ...customers(customerId), policy: 'read', others: [balances(account), customers(people.mykola.customerId)] },
      { ...statements(account), policy: 'read', others: [statements(other)] },
      { ...entries(entryId), policy: 'read', others: [entries(otherEntryId)] },
      { ...accounts(customerId), policy: 'read', others: [accounts(people.andriy.customerId)] },
      { operation: 'GetRequisites', policy: 'read', ask: (call) => port().findBankDetails([account], call) },
      { operation: 'GetExchangeRates', policy: 'read', ask: (call) => port().findExchangeRates(call) },
      { operation: 'FindCustomerByPhone', policy: 'read', ask: (call) => port().findCustomerByPhone(phone, call) },
      {
        // Every question below needs a new session, and the answer to its Login is spoilt.
        operation: 'Login',
        single: true,
        policy: 'read',
        before: () => {
          simulator.switches.expireSessions = true;
        },
        ask: (call) => port().findBalances([account], call),
      },
    ];
  },
});
