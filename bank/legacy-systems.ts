import { createCardProcessing } from '../legacy-adapters/card-processing/index.ts';
import { type CardProcessingSimulator, createCardProcessingSimulator } from '../legacy-adapters/card-processing/simulator.ts';
import { createCoreBanking } from '../legacy-adapters/core-banking/index.ts';
import { type CoreBankingSimulator, createCoreBankingSimulator } from '../legacy-adapters/core-banking/simulator.ts';
import { createWorld } from '../legacy-adapters/simulation/world.ts';
import type { ServiceStack } from '../platform/lifecycle.ts';
import type { Logger } from '../platform/logger.ts';
import type { MetricsRegistry } from '../platform/metrics.ts';
import type { Ports } from '../subgraphs/subgraphs.ts';
import type { Settings } from './environment.ts';
import type { Parts } from './parts.ts';

export interface Simulators {
  readonly coreBanking: CoreBankingSimulator | undefined;
  readonly cardProcessing: CardProcessingSimulator | undefined;
}

/** How a simulator and its adapter know each other when nothing else is said. */
const demo = { user: 'portico', password: 'portico-demo' };

/** Starts the simulators that this process has, both in one seeded world. */
export async function startSimulators(settings: Settings, parts: Parts, stack: ServiceStack, logger: Logger): Promise<Simulators> {
  if (!parts.coreBankingSimulator && !parts.cardProcessingSimulator) return { coreBanking: undefined, cardProcessing: undefined };
  const world = createWorld();
  return {
    coreBanking: parts.coreBankingSimulator
      ? await stack.start(
          createCoreBankingSimulator({
            port: settings.CORE_BANKING_SIMULATOR_PORT,
            user: settings.CORE_BANKING_USER ?? demo.user,
            password: settings.CORE_BANKING_PASSWORD ?? demo.password,
            world,
            logger,
          }),
        )
      : undefined,
    cardProcessing: parts.cardProcessingSimulator
      ? await stack.start(
          createCardProcessingSimulator({
            port: settings.CARD_PROCESSING_SIMULATOR_PORT,
            user: settings.CARD_PROCESSING_USER ?? demo.user,
            password: settings.CARD_PROCESSING_PASSWORD ?? demo.password,
            world,
            logger,
          }),
        )
      : undefined,
  };
}

export interface LegacySystems {
  readonly ports: Ports;
  /** Where each system answers, by its name. */
  readonly endpoints: Readonly<Record<string, string>>;
}

/** The ports that are needed, over the wire: to the systems that the environment names, else to the simulators of this process. */
export async function connectLegacySystems(
  settings: Settings,
  needs: ReadonlySet<keyof Ports>,
  simulators: Simulators,
  stack: ServiceStack,
  metrics: MetricsRegistry,
): Promise<LegacySystems> {
  const { LEGACY_DEADLINE_MS: deadlineMs } = settings;
  const ports: Partial<Record<keyof Ports, Ports[keyof Ports]>> = {};
  const endpoints: Record<string, string> = {};
  const closing = (name: string, close: () => Promise<void>) => stack.start({ name, start: async () => {}, stop: close });
  if (needs.has('coreBanking')) {
    const where = whereAndWho(settings, 'CORE_BANKING', simulators.coreBanking);
    const coreBanking = await createCoreBanking({ ...where, deadlineMs, metrics });
    await closing('core-banking adapter', () => coreBanking.close());
    ports.coreBanking = coreBanking;
    endpoints['core-banking'] = where.endpoint;
  }
  if (needs.has('cardProcessing')) {
    const where = whereAndWho(settings, 'CARD_PROCESSING', simulators.cardProcessing);
    const cardProcessing = await createCardProcessing({ ...where, deadlineMs, metrics });
    await closing('card-processing adapter', () => cardProcessing.close());
    ports.cardProcessing = cardProcessing;
    endpoints['card-processing'] = where.endpoint;
  }
  // A subgraph is given no port that its row does not need, and its row is what `needs` was made from.
  return { ports: ports as Ports, endpoints };
}

/** Where a system is and who we are there. A simulator of this process needs nothing said. */
function whereAndWho(settings: Settings, prefix: 'CORE_BANKING' | 'CARD_PROCESSING', simulator: { readonly url: string } | undefined) {
  const endpoint = settings[`${prefix}_URL`] ?? simulator?.url;
  const user = settings[`${prefix}_USER`] ?? (simulator && demo.user);
  const password = settings[`${prefix}_PASSWORD`] ?? (simulator && demo.password);
  if (endpoint !== undefined && user !== undefined && password !== undefined) return { endpoint, user, password };
  throw new Error(`${prefix}: where it is and who we are there is not known`);
}
