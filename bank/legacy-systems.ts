import { adapterSettings, type LegacyAdapter, type Simulator, simulatorSettings } from '#legacy-adapters/legacy-adapter.ts';
import { civilDateInKyiv } from '#legacy-adapters/simulation/civil-date.ts';
import { createWorld } from '#legacy-adapters/simulation/world.ts';
import { type Dependencies, resolveNeeds } from '#platform/composition/need.ts';
import { valuesOf } from '#platform/composition/setting.ts';
import type { ProcessContext } from './process-context.ts';

const dayMs = 86_400_000;

/** Starts simulators, by the names of their systems, all in one seeded world. */
export async function startSimulators(
  simulated: readonly LegacyAdapter[],
  context: ProcessContext,
): Promise<ReadonlyMap<string, Simulator>> {
  const { given, dependencies, stack, logger } = context;
  const simulators = new Map<string, Simulator>();
  if (simulated.length === 0) return simulators;
  const { SIMULATOR_HOST: host, SIMULATED_WORLD_SEED: seed, SIMULATED_WORLD_DAY: day } = valuesOf(simulatorSettings, given);
  // Yesterday, since nothing of a statement may lie in the future.
  const world = createWorld({ seed, day: day ?? civilDateInKyiv(new Date(Date.now() - dayMs)) });
  for (const { name, settings, needs, simulator } of simulated) {
    const values = valuesOf({ ...settings, ...simulator.settings }, given);
    simulators.set(name, await stack.start(simulator.create(values, resolveNeeds(needs, dependencies), { host, world, logger })));
  }
  return simulators;
}

export interface LegacySystems {
  /** By the names of the needs that they answer. */
  readonly ports: Dependencies;
  /** Where each system answers, by its name. */
  readonly endpoints: Readonly<Record<string, string>>;
}

/** The ports of legacy systems, over the wire: to the systems that the environment names, else to the simulators of this process. */
export async function connectLegacySystems(
  adapters: readonly LegacyAdapter[],
  simulators: ReadonlyMap<string, Simulator>,
  { given, dependencies, stack, metrics }: ProcessContext,
): Promise<LegacySystems> {
  const { LEGACY_DEADLINE_MS: deadlineMs } = valuesOf(adapterSettings, given);
  const ports = new Map<string, unknown>();
  const endpoints: Record<string, string> = {};
  for (const adapter of adapters) {
    const { name, settings, needs } = adapter;
    const values = valuesOf(settings, given, simulators.get(name));
    const port = await adapter.create(values, resolveNeeds(needs, dependencies), { deadlineMs, metrics });
    await stack.start({ name: `${name} adapter`, start: async () => {}, stop: () => port.close() });
    ports.set(adapter.port.name, port);
    endpoints[name] = endpointOf(adapter, values);
  }
  return { ports, endpoints };
}

function endpointOf({ name, settings }: LegacyAdapter, values: Readonly<Record<string, unknown>>): string {
  const [setting] = Object.entries(settings).find(([, { absence }]) => absence.kind === 'simulator-address') ?? [];
  const endpoint = setting === undefined ? undefined : values[setting];
  if (typeof endpoint !== 'string') throw new Error(`${name} has no setting that is its address`);
  return endpoint;
}
