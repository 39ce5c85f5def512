import { settings } from '#bank/environment.ts';

/** Any free port for each simulator, so that banks run beside one another. */
export const anySimulatorPorts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(settings.shape)
    .filter((name) => name.endsWith('_SIMULATOR_PORT'))
    .map((name) => [name, '0']),
);
