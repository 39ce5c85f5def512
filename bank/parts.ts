import { EnvironmentError } from '#platform/environment.ts';
import type { Settings } from './environment.ts';

/** Which parts run in this process. */
export interface Parts {
  readonly coreBankingSimulator: boolean;
  readonly cardProcessingSimulator: boolean;
  readonly cerberusSimulator: boolean;
  readonly billerHubSimulator: boolean;
  readonly identity: boolean;
  readonly gateway: boolean;
  readonly pages: boolean;
  readonly messengers: boolean;
  readonly telegramEmulator: boolean;
  /** Names of subgraphs. */
  readonly subgraphs: readonly string[];
}

const simulators = ['core-banking-simulator', 'card-processing-simulator', 'cerberus-simulator', 'biller-hub-simulator'];
const forDevelopmentOnly = [...simulators, 'identity', 'telegram-emulator'];
const alwaysThere = ['subgraphs', 'gateway', 'pages', 'messengers'];

/** Reads PORTICO_PARTS: `all`, or names with commas between them; `simulators` stands for every simulator. Throws an EnvironmentError that names what is allowed. */
export function readParts(settings: Settings, subgraphNames: readonly string[]): Parts {
  const isProduction = settings.PORTICO_MODE === 'production';
  const everything = isProduction ? alwaysThere : [...forDevelopmentOnly, ...alwaysThere];
  // In production a bot is there once it has an account at the messenger.
  const wanted = everything.filter((name) => name !== 'messengers' || !isProduction || settings.TELEGRAM_BOT_TOKEN !== undefined);
  const named = settings.PORTICO_PARTS === 'all' ? wanted : settings.PORTICO_PARTS.split(',');
  const allowed = new Set([...everything, ...(isProduction ? [] : ['simulators']), ...subgraphNames.map((name) => `subgraph:${name}`)]);
  const wrong = named.filter((name) => !allowed.has(name));
  if (wrong.length > 0) {
    const why = wrong.some((name) => name === 'simulators' || forDevelopmentOnly.includes(name))
      ? ' Simulators, emulators and the identity stand-in never run in production.'
      : '';
    throw new EnvironmentError(`PORTICO_PARTS: there is no ${wrong.join(', ')} here; there are all, ${[...allowed].join(', ')}.${why}`);
  }
  const has = (name: string) => named.includes(name) || (simulators.includes(name) && named.includes('simulators'));
  return {
    coreBankingSimulator: has('core-banking-simulator'),
    cardProcessingSimulator: has('card-processing-simulator'),
    cerberusSimulator: has('cerberus-simulator'),
    billerHubSimulator: has('biller-hub-simulator'),
    identity: has('identity'),
    gateway: has('gateway'),
    pages: has('pages'),
    messengers: has('messengers'),
    telegramEmulator: has('telegram-emulator'),
    subgraphs: has('subgraphs') ? subgraphNames : subgraphNames.filter((name) => has(`subgraph:${name}`)),
  };
}
