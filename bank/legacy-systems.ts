import { createBillerHub } from '#legacy-adapters/biller-hub/index.ts';
import { type BillerHubSimulator, createBillerHubSimulator } from '#legacy-adapters/biller-hub/simulator/simulator.ts';
import { createCardProcessing } from '#legacy-adapters/card-processing/index.ts';
import { type CardProcessingSimulator, createCardProcessingSimulator } from '#legacy-adapters/card-processing/simulator/simulator.ts';
import { createCerberus } from '#legacy-adapters/cerberus/index.ts';
import { type CerberusSimulator, createCerberusSimulator } from '#legacy-adapters/cerberus/simulator/simulator.ts';
import { createCoreBanking } from '#legacy-adapters/core-banking/index.ts';
import { type CoreBankingSimulator, createCoreBankingSimulator } from '#legacy-adapters/core-banking/simulator/simulator.ts';
import { createWorld, type World } from '#legacy-adapters/simulation/world.ts';
import type { Service, ServiceStack } from '#platform/lifecycle.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { MetricsRegistry } from '#platform/telemetry/metrics.ts';
import type { Ports } from '#subgraphs/subgraphs.ts';
import type { Settings } from './environment.ts';
import type { Parts } from './parts.ts';
import { developmentCerberusSecret } from './requirements.ts';

export interface Simulators {
  readonly coreBanking: CoreBankingSimulator | undefined;
  readonly cardProcessing: CardProcessingSimulator | undefined;
  readonly cerberus: CerberusSimulator | undefined;
  readonly billerHub: BillerHubSimulator | undefined;
}

/** The realm by which Cerberus knows us: what stands in its tokens, and where its keys and tokens are. */
export interface CerberusRealm {
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly tokenUrl: string;
}

/** How a simulator and its adapter know each other when nothing else is said. */
const demo = { user: 'portico', password: 'portico-demo' };

/** Starts the simulators that this process has, all in one seeded world. */
export async function startSimulators(
  settings: Settings,
  parts: Parts,
  realm: CerberusRealm | undefined,
  stack: ServiceStack,
  logger: Logger,
): Promise<Simulators> {
  let world: World | undefined;
  const common = () => {
    world ??= createWorld();
    return { world, logger };
  };
  const started = <Simulator extends Service>(wanted: boolean, create: () => Simulator): Promise<Simulator> | undefined =>
    wanted ? stack.start(create()) : undefined;
  return {
    coreBanking: await started(parts.coreBankingSimulator, () =>
      createCoreBankingSimulator({
        port: settings.CORE_BANKING_SIMULATOR_PORT,
        user: settings.CORE_BANKING_USER ?? demo.user,
        password: settings.CORE_BANKING_PASSWORD ?? demo.password,
        ...common(),
      }),
    ),
    cardProcessing: await started(parts.cardProcessingSimulator, () =>
      createCardProcessingSimulator({
        port: settings.CARD_PROCESSING_SIMULATOR_PORT,
        user: settings.CARD_PROCESSING_USER ?? demo.user,
        password: settings.CARD_PROCESSING_PASSWORD ?? demo.password,
        ...common(),
      }),
    ),
    cerberus:
      realm &&
      (await started(parts.cerberusSimulator, () =>
        createCerberusSimulator({
          port: settings.CERBERUS_SIMULATOR_PORT,
          issuer: realm.issuer,
          jwksUrl: realm.jwksUrl,
          clientId: settings.CERBERUS_CLIENT_ID,
          ...common(),
        }),
      )),
    billerHub: await started(parts.billerHubSimulator, () =>
      createBillerHubSimulator({
        port: settings.BILLER_HUB_SIMULATOR_PORT,
        partner: settings.BILLER_HUB_PARTNER ?? demo.user,
        password: settings.BILLER_HUB_PASSWORD ?? demo.password,
        ...common(),
      }),
    ),
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
  realm: CerberusRealm | undefined,
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
  if (needs.has('cerberus')) {
    const endpoint = known('CERBERUS_URL', settings.CERBERUS_URL ?? simulators.cerberus?.url);
    const tokenUrl = known('CERBERUS_TOKEN_URL', settings.CERBERUS_TOKEN_URL ?? realm?.tokenUrl);
    const { CERBERUS_CLIENT_ID: clientId, CERBERUS_CLIENT_SECRET: clientSecret = developmentCerberusSecret } = settings;
    // It fetches its first token when the first call needs one: the realm may be served by this very process, later on.
    const cerberus = await createCerberus({ endpoint, tokenUrl, clientId, clientSecret, deadlineMs, metrics });
    await closing('cerberus adapter', () => cerberus.close());
    ports.cerberus = cerberus;
    endpoints.cerberus = endpoint;
  }
  if (needs.has('billerHub')) {
    const simulator = simulators.billerHub;
    const endpoint = known('BILLER_HUB_URL', settings.BILLER_HUB_URL ?? simulator?.url);
    const partner = known('BILLER_HUB_PARTNER', settings.BILLER_HUB_PARTNER ?? (simulator && demo.user));
    const password = known('BILLER_HUB_PASSWORD', settings.BILLER_HUB_PASSWORD ?? (simulator && demo.password));
    const billerHub = await createBillerHub({ endpoint, partner, password, deadlineMs, metrics });
    await closing('biller-hub adapter', () => billerHub.close());
    ports.billerHub = billerHub;
    endpoints['biller-hub'] = endpoint;
  }
  // A subgraph is given no port that its row does not need, and its row is what `needs` was made from.
  return { ports: ports as Ports, endpoints };
}

/** Systems that know us by a user and a password, by the beginning of their settings' names. */
type WithUser = 'CORE_BANKING' | 'CARD_PROCESSING';

/** Where a system is and who we are there. A simulator of this process needs nothing said. */
function whereAndWho(settings: Settings, prefix: WithUser, simulator: { readonly url: string } | undefined) {
  return {
    endpoint: known(`${prefix}_URL`, settings[`${prefix}_URL`] ?? simulator?.url),
    user: known(`${prefix}_USER`, settings[`${prefix}_USER`] ?? (simulator && demo.user)),
    password: known(`${prefix}_PASSWORD`, settings[`${prefix}_PASSWORD`] ?? (simulator && demo.password)),
  };
}

function known(name: string, value: string | undefined): string {
  if (value !== undefined) return value;
  throw new Error(`${name} is not known`);
}
