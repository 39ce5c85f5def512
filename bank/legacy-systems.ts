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

/** The ports, over the wire: to the systems that the environment names, else to the simulators of this process. */
export async function connectLegacySystems(settings: Settings, simulators: Simulators, stack: ServiceStack): Promise<Ports> {
  const coreBanking = await createCoreBanking({
    ...credentials(
      'CORE_BANKING',
      settings.CORE_BANKING_URL ?? simulators.coreBanking?.url,
      settings.CORE_BANKING_USER,
      settings.CORE_BANKING_PASSWORD,
      simulators.coreBanking !== undefined,
    ),
    deadlineMs: settings.LEGACY_DEADLINE_MS,
  });
  await stack.start({ name: 'core-banking adapter', start: async () => {}, stop: () => coreBanking.close() });
  const cardProcessing = await createCardProcessing({
    ...credentials(
      'CARD_PROCESSING',
      settings.CARD_PROCESSING_URL ?? simulators.cardProcessing?.url,
      settings.CARD_PROCESSING_USER,
      settings.CARD_PROCESSING_PASSWORD,
      simulators.cardProcessing !== undefined,
    ),
    deadlineMs: settings.LEGACY_DEADLINE_MS,
  });
  await stack.start({ name: 'card-processing adapter', start: async () => {}, stop: () => cardProcessing.close() });
  return { coreBanking, cardProcessing };
}

function credentials(
  prefix: string,
  endpoint: string | undefined,
  user: string | undefined,
  password: string | undefined,
  simulated: boolean,
) {
  const known = {
    endpoint,
    user: user ?? (simulated ? demo.user : undefined),
    password: password ?? (simulated ? demo.password : undefined),
  };
  const { endpoint: url, user: name, password: secret } = known;
  if (url !== undefined && name !== undefined && secret !== undefined) return { endpoint: url, user: name, password: secret };
  const missing = [url === undefined && 'URL', name === undefined && 'USER', secret === undefined && 'PASSWORD'].filter(
    (part) => part !== false,
  );
  throw new EnvironmentError(
    `${missing.map((part) => `${prefix}_${part}`).join(', ')}: must be set, or run the simulator in this process.`,
  );
}
