import { afterAll, beforeAll } from 'vitest';
import { createLogger } from '#platform/telemetry/logger.ts';
import { bare, describeConformance } from '../conformance/conformance.testkit.ts';
import type { ProbeCall } from '../conformance/suite.ts';
import { clientId, clientSecret, startRealm, type TestRealm } from '../simulation/realm.testkit.ts';
import { knownCards, knownDocuments, people } from '../simulation/world.ts';
import { createCerberus } from './index.ts';
import { type CerberusSimulator, createCerberusSimulator } from './simulator/simulator.ts';

/** The realm's port is known when it has started, so the simulator is made then. */
let realm: TestRealm | undefined;
let simulator: CerberusSimulator | undefined;
const started = {
  name: 'cerberus with its realm',
  get url() {
    return simulator?.url ?? '';
  },
  async start() {
    realm ??= await startRealm();
    const { issuer, jwksUrl } = realm;
    simulator = createCerberusSimulator({
      port: 0,
      issuer,
      jwksUrl,
      clientId,
      switches: { latencyMs: 0 },
      logger: createLogger('test', 'silent'),
    });
    await simulator.start();
  },
  stop: async () => simulator?.stop(),
};
beforeAll(async () => {
  realm ??= await startRealm();
});
afterAll(() => realm?.stop());

const { olena, bohdan } = people;

describeConformance({
  system: 'Cerberus',
  simulator: started,
  contract: { namespace: 'urn:portico:cerberus:v1', soap: '1.1' },
  secrets: [clientSecret, 'eyJ'],
  connect: (endpoint) =>
    createCerberus({ endpoint, tokenUrl: realm?.tokenUrl ?? '', clientId, clientSecret, deadlineMs: 2_000, policies: bare }),
  probes: (port) => {
    const states = (number: string) => ({
      operation: 'GetVerificationStates',
      ask: (call: ProbeCall) => port().findVerifications([number], call),
    });
    const card = (cardToken: string) => ({
      operation: 'VerifyCardPhone',
      ask: (call: ProbeCall) => port().verifyCardsWithPhones([{ phone: '+380671234501', card: { by: 'TOKEN', cardToken } }], call),
    });
    const document = (number: string) => ({
      operation: 'CheckPassport',
      ask: (call: ProbeCall) => port().checkDocuments([{ kind: 'ID_CARD', number }], call),
    });
    const person = (birthDate: string) => ({
      operation: 'ScreenPerson',
      ask: (call: ProbeCall) => port().screen([{ lastName: 'Шевченко', firstName: 'Андрій', middleName: undefined, birthDate }], call),
    });
    return [
      { ...states(olena.customerId), policy: 'read', sizes: true, others: [card(knownCards.olenaDebit), states(bohdan.customerId)] },
      { ...card(knownCards.olenaDebit), policy: 'read', others: [card(knownCards.olenaCredit), document('1')] },
      { ...document(knownDocuments.stolenIdCard.number), policy: 'read', others: [document('1')] },
      { ...person('1985-12-24'), policy: 'read', others: [person('1999-01-01')] },
    ];
  },
});
