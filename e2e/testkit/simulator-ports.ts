import { legacyAdapters } from '#bank/lists.ts';

/** Any free port for each simulator, so that banks run beside one another. */
export const anySimulatorPorts: Readonly<Record<string, string>> = Object.fromEntries(
  legacyAdapters.flatMap(({ simulator }) => Object.keys(simulator.settings).map((name) => [name, '0'])),
);
