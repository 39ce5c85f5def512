import { createHash } from 'node:crypto';
import { EnvironmentError } from '#platform/environment.ts';
import { subgraphs } from '#subgraphs/subgraphs.ts';
import type { Settings } from './environment.ts';
import type { Parts } from './parts.ts';

/** Known to everybody, so for a bank of simulated customers, and for the emulator, only. */
export const developmentClientSecret = 'messengers-development-secret';
export const developmentKey = createHash('sha256').update('portico development messengers key, never in production').digest();

/** Known to everybody, so for a bank of simulated customers only. */
export const developmentIdSecret = 'portico development ids, never in production';

/** Known to everybody, as it stands in the realm's export. */
export const developmentCerberusSecret = 'cerberus-development-secret';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** What must be set for the parts that this process runs. Throws one EnvironmentError that names everything that is missing. */
export function checkRequirements(settings: Settings, parts: Parts): void {
  const names = Object.keys(subgraphs);
  const elsewhere = names.filter((name) => !parts.subgraphs.includes(name));
  const needs = new Set(parts.subgraphs.flatMap((name) => subgraphs[name]?.needs ?? []));
  const isProduction = settings.PORTICO_MODE === 'production';
  const orPart = (part: string) => (isProduction ? '' : `, or add ${part} to PORTICO_PARTS`);
  const faults: string[] = [];

  const legacy = (names: readonly (keyof Settings)[], simulated: boolean, simulator: string) => {
    const missing = names.filter((name) => settings[name] === undefined);
    if (!simulated && missing.length > 0) faults.push(`${missing.join(', ')}: must be set${orPart(simulator)}`);
  };
  if (needs.has('coreBanking'))
    legacy(['CORE_BANKING_URL', 'CORE_BANKING_USER', 'CORE_BANKING_PASSWORD'], parts.coreBankingSimulator, 'core-banking-simulator');
  if (needs.has('cardProcessing')) {
    const names = ['CARD_PROCESSING_URL', 'CARD_PROCESSING_USER', 'CARD_PROCESSING_PASSWORD'] as const;
    legacy(names, parts.cardProcessingSimulator, 'card-processing-simulator');
  }
  if (needs.has('cerberus')) legacy(['CERBERUS_URL', 'CERBERUS_CLIENT_SECRET'], parts.cerberusSimulator, 'cerberus-simulator');
  if (needs.has('billerHub'))
    legacy(['BILLER_HUB_URL', 'BILLER_HUB_PARTNER', 'BILLER_HUB_PASSWORD'], parts.billerHubSimulator, 'biller-hub-simulator');
  if (isProduction && settings.CERBERUS_CLIENT_SECRET === developmentCerberusSecret)
    faults.push('CERBERUS_CLIENT_SECRET: is the public one of development; choose another');
  const knowsRealm = parts.identity || settings.IDENTITY_ISSUER !== undefined;
  if (needs.has('cerberus') && !knowsRealm && settings.CERBERUS_TOKEN_URL === undefined)
    faults.push('CERBERUS_TOKEN_URL: must be the token endpoint of the realm, or set IDENTITY_ISSUER');
  if (parts.cerberusSimulator && !knowsRealm)
    faults.push('IDENTITY_ISSUER: must be the address of the realm whose tokens the cerberus-simulator believes');

  if (parts.subgraphs.length > 0 && isProduction && settings.ID_SECRET === undefined) {
    faults.push('ID_SECRET: must be set in production, the same for every subgraph; ids in the graph are made with it');
  }
  if (isProduction && settings.ID_SECRET === developmentIdSecret)
    faults.push('ID_SECRET: is the public one of development; choose another');
  if ((parts.identity || parts.pages) && !parts.gateway)
    faults.push('PORTICO_PARTS: identity and pages are served by the gateway; add gateway');
  if (parts.identity && !loopback.test(settings.HOST)) {
    faults.push('HOST: must be a loopback address while the identity stand-in runs here; for others to reach the gateway, use a Keycloak');
  }
  if (parts.subgraphs.length > 0 && !parts.gateway && settings.GATEWAY_PUBLIC_KEY === undefined) {
    faults.push('GATEWAY_PUBLIC_KEY: must be set where the gateway is another process');
  }
  if (parts.subgraphs.length > 1 && settings.SUBGRAPH_PORT !== 0) {
    faults.push('SUBGRAPH_PORT: is for a process with one subgraph; leave it out for several');
  }
  if (parts.gateway && elsewhere.length > 0) {
    if (settings.GATEWAY_SIGNING_KEY === undefined) faults.push('GATEWAY_SIGNING_KEY: must be set where a subgraph is another process');
    if (settings.SUBGRAPH_URL === undefined) faults.push(`SUBGRAPH_URL: must be set, since ${elsewhere.join(', ')} is not in this process`);
  }
  if (parts.gateway && !parts.identity && settings.IDENTITY_ISSUER === undefined) {
    faults.push(`IDENTITY_ISSUER: must be the address of the realm${orPart('identity')}`);
  }
  faults.push(...faultsOfMessengers(settings, parts));
  if (faults.length > 0)
    throw new EnvironmentError(`The environment is not right:\n  ${faults.join('\n  ')}\nThe README's table says what each one means.`);
}

function faultsOfMessengers(settings: Settings, parts: Parts): string[] {
  if (!parts.messengers) return parts.telegramEmulator ? ['PORTICO_PARTS: telegram-emulator needs messengers beside it'] : [];
  const faults: string[] = [];
  if (!parts.gateway) faults.push('PORTICO_PARTS: messengers are served by the gateway; add gateway');
  if (settings.TELEGRAM_BOT_TOKEN === undefined && !parts.telegramEmulator) {
    faults.push('TELEGRAM_BOT_TOKEN: must be set for the part messengers, or run telegram-emulator in this process');
  }
  if (settings.PORTICO_MODE !== 'production') return faults;
  const { DATABASE_URL, MESSENGERS_CLIENT_SECRET: secret, MESSENGERS_KEY: key } = settings;
  if (DATABASE_URL === undefined) {
    faults.push('DATABASE_URL: must be set in production; the embedded database is for one process on one machine');
  }
  if (secret === undefined || secret === developmentClientSecret) {
    faults.push('MESSENGERS_CLIENT_SECRET: must be set in production to the secret of the client portico-messengers');
  }
  if (key === undefined || Buffer.from(key, 'base64').equals(developmentKey)) {
    faults.push('MESSENGERS_KEY: must be set in production: 32 random bytes in base64 (openssl rand -base64 32)');
  }
  return faults;
}
