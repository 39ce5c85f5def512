import { legacyAdapters } from '#bank/lists.ts';
import { fixedDay } from '#legacy-adapters/simulation/world.ts';

/** Any free port for each simulator, so that banks run beside one another. */
export const anySimulatorPorts: Readonly<Record<string, string>> = Object.fromEntries(
  legacyAdapters.flatMap(({ simulator }) => Object.keys(simulator.settings).map((name) => [name, '0'])),
);

/** The day of the seeded world that tests expect, whatever the day of their run. */
export const fixedWorld: Readonly<Record<string, string>> = { SIMULATED_WORLD_DAY: fixedDay };
