import { createLogger } from '#platform/telemetry/logger.ts';
import { bare, describeConformance } from '../conformance/conformance.testkit.ts';
import type { ProbeCall } from '../conformance/suite.ts';
import { people } from '../simulation/people.ts';
import { createWorld } from '../simulation/world.ts';
import { createCardProcessing } from './index.ts';
import { createCardProcessingSimulator } from './simulator/simulator.ts';

const credentials = { user: 'portico', password: 'cards-password-1' };
const world = createWorld();
const simulator = createCardProcessingSimulator({
  port: 0,
  ...credentials,
  world,
  switches: { latencyMs: 0 },
  logger: createLogger('test', 'silent'),
});
const { customerId } = people.olena;
const [first, second] = world.cards.filter((card) => card.holderId === customerId);
const cardToken = first?.cardToken ?? '';

describeConformance({
  system: 'card processing',
  simulator,
  contract: { namespace: 'urn:portico:card-processing:v2', soap: '1.2' },
  secrets: [credentials.password],
  connect: (endpoint) => createCardProcessing({ endpoint, ...credentials, deadlineMs: 2_000, policies: bare }),
  probes: (port) => {
    const cards = (token: string) => ({ operation: 'GetCards', ask: (call: ProbeCall) => port().findCards([token], call) });
    const ofHolder = (holder: string) => ({
      operation: 'GetCardsByHolders',
      ask: (call: ProbeCall) => port().findCardsOfHolders([holder], call),
    });
    const statuses = (token: string) => ({ operation: 'GetCardStatuses', ask: (call: ProbeCall) => port().findStatuses([token], call) });
    const lock = (token: string) => ({ operation: 'LockCard', ask: (call: ProbeCall) => port().lockCard(token, 'a-reference', call) });
    return [
      { ...cards(cardToken), policy: 'read', sizes: true, others: [statuses(cardToken), cards(second?.cardToken ?? '')] },
      { ...ofHolder(customerId), policy: 'read', others: [ofHolder(people.andriy.customerId)] },
      { ...statuses(cardToken), policy: 'read', others: [cards(cardToken), statuses(second?.cardToken ?? '')] },
      { operation: 'GetCardLimits', policy: 'read', ask: (call) => port().findLimits([cardToken], call) },
      { ...lock(cardToken), policy: 'moves money', others: [statuses(cardToken), lock(second?.cardToken ?? '')] },
      { operation: 'UnlockCard', policy: 'moves money', ask: (call) => port().unlockCard(cardToken, 'a-reference', call) },
    ];
  },
});
