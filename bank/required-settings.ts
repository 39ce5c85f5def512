import { gatewayPart } from '#gateway/part.ts';
import { auditNeed, auditSettings } from '#platform/audit/settings.ts';
import { graphNeed } from '#platform/composition/graph.ts';
import { realmNeed } from '#platform/composition/realm.ts';
import { missingOf, publicOnesOf, type SettingTable, valuesOf } from '#platform/composition/setting.ts';
import { databaseSettings } from '#platform/database/settings.ts';
import { EnvironmentError } from '#platform/environment.ts';
import { subgraphSettings } from '#subgraphs/kit/settings.ts';
import { graphOf, realmOf } from './addresses.ts';
import { databaseNeeds } from './dependency-settings.ts';
import { allSettings, type Settings } from './environment.ts';
import { simulatorPart, subgraphs } from './lists.ts';
import { neededAdapters, whoNeeds, whoNeedsAny } from './needs.ts';
import type { Parts } from './parts.ts';

/** What must be set for the parts that this process runs. Throws one EnvironmentError that names everything that is missing. */
export function checkRequiredSettings(settings: Settings, parts: Parts): void {
  const faults = [
    ...faultsOfLegacySystems(settings, parts),
    ...faultsOfNeeds(settings, parts),
    ...faultsOfSubgraphs(settings, parts),
    ...faultsOfGateway(settings, parts),
    ...faultsOfParts(settings, parts),
    ...(isProduction(settings) ? publicOnesOf(allSettings, settings.given) : []).map(
      (name) => `${name}: is the public one of development; choose another`,
    ),
  ];
  if (faults.length === 0) return;
  const lines = [...new Set(faults)].join('\n  ');
  throw new EnvironmentError(`The environment is not right:\n  ${lines}\nThe README's table says what each one means.`);
}

function isProduction(settings: Settings): boolean {
  return settings.PORTICO_MODE === 'production';
}

function orPart(settings: Settings, part: string): string {
  return isProduction(settings) ? '' : `, or add ${part} to PORTICO_PARTS`;
}

function faultsOfLegacySystems(settings: Settings, parts: Parts): string[] {
  return neededAdapters(parts).flatMap((adapter) => {
    const where = { simulated: parts.simulated.includes(adapter), production: isProduction(settings) };
    const missing = missingOf(adapter.settings, settings.given, where).map(({ name }) => name);
    return missing.length === 0 ? [] : [`${missing.join(', ')}: must be set${orPart(settings, simulatorPart(adapter))}`];
  });
}

/** Of tables that belong to no simulated system. */
function missingHere(settings: Settings, table: SettingTable): string[] {
  const missing = missingOf(table, settings.given, { simulated: true, production: isProduction(settings) });
  return missing.map(({ name, hint }) => `${name}: must be set in production${hint === undefined ? '' : `: ${hint}`}`);
}

function faultsOfNeeds(settings: Settings, parts: Parts): string[] {
  const realm = whoNeeds(parts, realmNeed);
  const graph = whoNeeds(parts, graphNeed);
  const faults: string[] = [];
  const address = realm.length > 0 ? realmOf(settings, parts) : undefined;
  if (address !== undefined && isProduction(settings) && !address.issuer.startsWith('https:'))
    faults.push(
      'IDENTITY_ISSUER: must be an https address in production, without exception: whoever is between could sign people in as anybody',
    );
  if (realm.length > 0 && address === undefined)
    faults.push(`IDENTITY_ISSUER: must be the address of the realm, for ${realm.join(', ')}${orPart(settings, 'identity')}`);
  if (graph.length > 0 && graphOf(settings, parts) === undefined)
    faults.push(`GATEWAY_URL: must be set for ${graph.join(', ')}, since the gateway is not in this process`);
  if (whoNeedsAny(parts, databaseNeeds).length > 0) faults.push(...missingHere(settings, databaseSettings));
  if (whoNeeds(parts, auditNeed).length > 0) faults.push(...missingHere(settings, auditSettings));
  return faults;
}

function faultsOfSubgraphs(settings: Settings, parts: Parts): string[] {
  if (parts.subgraphs.length === 0) return [];
  const { SUBGRAPH_PORT, GATEWAY_PUBLIC_KEY } = valuesOf(subgraphSettings, settings.given);
  const faults = [subgraphSettings, ...parts.subgraphs.map((each) => each.settings)].flatMap((table) => missingHere(settings, table));
  if (!parts.gateway && GATEWAY_PUBLIC_KEY === undefined)
    faults.push('GATEWAY_PUBLIC_KEY: must be set where the gateway is another process');
  if (parts.subgraphs.length > 1 && SUBGRAPH_PORT !== 0)
    faults.push('SUBGRAPH_PORT: is for a process with one subgraph; leave it out for several');
  return faults;
}

function faultsOfGateway(settings: Settings, parts: Parts): string[] {
  const elsewhere = subgraphs.filter((each) => !parts.subgraphs.includes(each)).map(({ name }) => name);
  if (!parts.gateway || elsewhere.length === 0) return [];
  const { GATEWAY_SIGNING_KEY, SUBGRAPH_URL } = valuesOf(gatewayPart.settings, settings.given);
  return [
    ...(GATEWAY_SIGNING_KEY === undefined ? ['GATEWAY_SIGNING_KEY: must be set where a subgraph is another process'] : []),
    ...(SUBGRAPH_URL === undefined ? [`SUBGRAPH_URL: must be set, since ${elsewhere.join(', ')} is not in this process`] : []),
  ];
}

function faultsOfParts(settings: Settings, { parts, has }: Parts): string[] {
  const around = { mode: settings.PORTICO_MODE, host: settings.HOST, has };
  return parts.flatMap((part) => [
    ...missingHere(settings, part.settings),
    ...(part.faultsOf?.(valuesOf(part.settings, settings.given), around) ?? []),
  ]);
}
