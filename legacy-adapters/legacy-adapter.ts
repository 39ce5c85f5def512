import { z } from 'zod';
import type { Given, Need, Needs } from '#platform/composition/need.ts';
import type { RealmClient } from '#platform/composition/realm-client.ts';
import { optional, type SettingTable, type Values, withDefault } from '#platform/composition/setting.ts';
import { milliseconds, port, text } from '#platform/composition/setting-kinds.ts';
import type { Service } from '#platform/lifecycle.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { MetricsRegistry } from '#platform/telemetry/metrics.ts';
import { defaultSeed, type World } from './simulation/world.ts';

/** What every simulator is: a server of its own. Tests know more of those that they use. */
export interface Simulator extends Service {
  readonly port: number;
  /** Where the legacy system answers. */
  readonly url: string;
  /** What a test or a person may change; `PUT /_switches` does it from outside. */
  readonly switches: object;
  readonly calls: { reset(): void };
}

export interface ClosablePort {
  close(): Promise<void>;
}

export interface AdapterTools {
  /** The longest that one call may take, in milliseconds. */
  readonly deadlineMs: number;
  readonly metrics: MetricsRegistry;
}

export interface SimulatorTools {
  readonly host: string;
  /** The customers, accounts and cards that all simulators of one process know. */
  readonly world: World;
  readonly logger: Logger;
}

/**
 * One legacy system, as the bank sees it: what may be set, what it needs, how its adapter and its simulator are made.
 * `legacy-adapters/<system>/adapter.ts` has it; it is in the bank once it stands in `legacy-adapters/adapters.ts`.
 *
 * Its health check is whether somebody takes connections at its address; its metrics are those of `createLegacySystem`.
 */
export interface LegacyAdapter<
  Port extends ClosablePort = ClosablePort,
  Table extends SettingTable = SettingTable,
  Wanted extends Needs = Needs,
  Simulated extends Simulator = Simulator,
  SimulatorTable extends SettingTable = SettingTable,
> {
  /** In kebab-case, as its folder: the part `<name>-simulator`, and its name in metrics, logs and `/health/ready`. */
  readonly name: string;
  /** For people: `card processing`. */
  readonly title: string;
  /** What it speaks, in a few words, for people: `SOAP 1.2, WS-Security`. */
  readonly about: string;
  /** The name by which subgraphs ask for its port. */
  readonly port: Need<Port>;
  /** One of them is the `address` of the system. */
  readonly settings: Table;
  readonly needs: Wanted;
  /** As whom it gets the tokens by which it signs in, where it does. */
  readonly realmClients?: readonly RealmClient[];
  /** The port over the wire. Connects only once it is asked something. */
  create(settings: Values<Table>, given: Given<Wanted>, tools: AdapterTools): Promise<Port>;
  readonly simulator: {
    /** Where it answers, below its own address: `/core-banking`. */
    readonly path: string;
    /** One of them, which ends in `_SIMULATOR_PORT`, is its port. */
    readonly settings: SimulatorTable;
    create(settings: Values<Table & SimulatorTable>, given: Given<Wanted>, tools: SimulatorTools): Simulated;
  };
}

/** The descriptor as it was given; for the types of its parts, which follow from one another. */
export function defineLegacyAdapter<
  Port extends ClosablePort,
  const Table extends SettingTable,
  const Wanted extends Needs,
  Simulated extends Simulator,
  const SimulatorTable extends SettingTable,
>(adapter: LegacyAdapter<Port, Table, Wanted, Simulated, SimulatorTable>): LegacyAdapter<Port, Table, Wanted, Simulated, SimulatorTable> {
  return adapter;
}

/** Settings of every adapter. */
export const adapterSettings = {
  LEGACY_DEADLINE_MS: withDefault(3_000, { schema: milliseconds, description: 'the longest that one call of a legacy system may take' }),
};

/** Settings of every simulator. */
export const simulatorSettings = {
  SIMULATOR_HOST: withDefault('127.0.0.1', { schema: text, description: 'the address that simulators listen on' }),
  SIMULATED_WORLD_SEED: withDefault(defaultSeed, {
    schema: z.coerce.number().int().min(0).max(4_294_967_295),
    description: 'decides who the simulated customers are and what happened on their accounts; the same in every process',
  }),
  SIMULATED_WORLD_DAY: optional({
    schema: z.iso.date().refine((day) => day >= '2026-01-01', 'must be 2026-01-01 or later'),
    description: 'the last day of the simulated statements, `2026-06-30`; with the same seed and day the world is the same',
    without: 'yesterday in Kyiv',
  }),
};

export function simulatorPort(value: number, title: string) {
  return withDefault(value, { schema: port, description: `the port of the simulated ${title}; 0 takes any` });
}
