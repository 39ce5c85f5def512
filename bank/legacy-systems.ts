import { createCardProcessing } from '../legacy-adapters/card-processing/index.ts';
import { type CardProcessingSimulator, createCardProcessingSimulator } from '../legacy-adapters/card-processing/simulator.ts';
import { createCoreBanking } from '../legacy-adapters/core-banking/index.ts';
import { type CoreBankingSimulator, createCoreBankingSimulator } from '../legacy-adapters/core-banking/simulator.ts';
import { createWorld } from '../legacy-adapters/simulation/world.ts';
import { EnvironmentError } from '../platform/environment.ts';
import type { ServiceStack } from '../platform/lifecycle.ts';
import type { Logger } from '../platform/logger.ts';
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

/** The ports, over the wire: to the systems that the environment names, else to the simulators of this process. */
export async function connectLegacySystems(settings: Settings, simulators: Simulators, stack: ServiceStack): Promise<LegacySystems> {
  const { LEGACY_DEADLINE_MS: deadlineMs } = settings;
  const core = whereAndWho(settings, 'CORE_BANKING', simulators.coreBanking);
  const cards = whereAndWho(settings, 'CARD_PROCESSING', simulators.cardProcessing);
  const coreBanking = await createCoreBanking({ ...core, deadlineMs });
  await stack.start({ name: 'core-banking adapter', start: async () => {}, stop: () => coreBanking.close() });
  const cardProcessing = await createCardProcessing({ ...cards, deadlineMs });
  await stack.start({ name: 'card-processing adapter', start: async () => {}, stop: () => cardProcessing.close() });
  return { ports: { coreBanking, cardProcessing }, endpoints: { 'core-banking': core.endpoint, 'card-processing': cards.endpoint } };
}

/** Where a system is and who we are there. A simulator of this process needs nothing said. */
function whereAndWho(settings: Settings, prefix: 'CORE_BANKING' | 'CARD_PROCESSING', simulator: { readonly url: string } | undefined) {
  const endpoint = settings[`${prefix}_URL`] ?? simulator?.url;
  const user = settings[`${prefix}_USER`] ?? (simulator && demo.user);
  const password = settings[`${prefix}_PASSWORD`] ?? (simulator && demo.password);
  if (endpoint !== undefined && user !== undefined && password !== undefined) return { endpoint, user, password };
  const missing = Object.entries({ URL: endpoint, USER: user, PASSWORD: password }).flatMap(([name, value]) =>
    value === undefined ? [`${prefix}_${name}`] : [],
  );
  throw new EnvironmentError(`${missing.join(', ')}: must be set, or run the simulator in this process.`);
}
