import { allSettings } from '#bank/environment.ts';
import { legacyAdapters } from '#bank/lists.ts';
import { simulatorSettings } from '#legacy-adapters/legacy-adapter.ts';
import type { Needs } from '#platform/composition/need.ts';
import type { SettingTable } from '#platform/composition/setting.ts';
import { everyProcess, type PartAlone, partsAlone, tablesFor, tablesOfParts } from '../docs/parts-alone.ts';
import { containersBehind, environmentFor, required } from './container-settings.ts';

// Blocks of deploy/compose.yaml, from the descriptors.

const quoted = (value: string) => (/^\d+$/.test(value) ? `"${value}"` : value);
const lines = (environment: readonly (readonly [string, string])[], indent: string) =>
  environment.map(([name, value]) => `${indent}${name}: ${quoted(value)}`);
const anchorOf = (of: string) => of.replaceAll(/[^a-z\d]+/g, '-');

/** Each table of settings that several services may share, once. */
export function settingAnchors(): string {
  return tablesOfParts()
    .flatMap(({ of, settings }) => [`x-${anchorOf(of)}: &${anchorOf(of)}`, ...lines(environmentFor(settings), '  '), ''])
    .join('\n');
}

function service(name: string, profile: string | undefined, environment: readonly string[], settings: readonly string[]): string[] {
  const behind = new Set(settings.flatMap((setting) => containersBehind[setting] ?? []));
  return [
    `  ${name}:`,
    '    <<: *portico',
    ...(profile === undefined ? [] : [`    profiles: [${profile}]`]),
    '    environment:',
    ...environment.map((line) => `      ${line}`),
    ...(behind.size === 0 ? [] : ['    depends_on:', ...[...behind].map((each) => `      ${each}: { condition: service_healthy }`)]),
  ];
}

/** `subgraph:accounts` is the service subgraph-accounts. */
function serviceOf({ part, tables, isOnRequest }: PartAlone): string {
  const environment = [
    `<<: [${tables.map(({ of }) => `*${anchorOf(of)}`).join(', ')}]`,
    `PORTICO_PARTS: ${part}`,
    `OTEL_SERVICE_NAME: ${part.replace(/^.*:/, '')}`,
  ];
  const settings = tables.flatMap((table) => Object.keys(table.settings));
  return service(anchorOf(part), isOnRequest ? part : undefined, environment, settings).join('\n');
}

/** What adapter and simulator know each other by, and the port and whatever else only the simulator reads. */
function simulatorEnvironment({ settings, simulator }: (typeof legacyAdapters)[number]): [string, string][] {
  const shared = Object.entries(settings).filter(
    ([, { absence, isSecret }]) => absence.kind === 'simulated' || (absence.kind === 'default' && !isSecret),
  );
  const own = Object.entries(simulator.settings).flatMap(([name, { absence }]): [string, string][] =>
    'value' in absence ? [[name, String(absence.value)]] : [],
  );
  return [...own, ...environmentFor(Object.fromEntries(shared))];
}

function simulatorPortOf({ simulator }: (typeof legacyAdapters)[number]): string {
  const [, port] = Object.entries(simulator.settings).find(([name]) => name.endsWith('_SIMULATOR_PORT')) ?? [];
  return port !== undefined && 'value' in port.absence ? String(port.absence.value) : '';
}

/** Where a simulated system answers to the other containers. */
export function simulatorUrl(adapter: (typeof legacyAdapters)[number]): string {
  return `http://simulators:${simulatorPortOf(adapter)}${adapter.simulator.path}`;
}

function simulators(): string {
  const needs: Needs = Object.assign({}, ...legacyAdapters.map((each) => each.needs));
  const tables: readonly { readonly settings: SettingTable }[] = [...everyProcess, ...tablesFor(needs), { settings: simulatorSettings }];
  const environment = new Map([
    ...tables.flatMap(({ settings }) => environmentFor(settings)),
    ...legacyAdapters.flatMap(simulatorEnvironment),
    ['PORTICO_MODE', 'development'] as const,
    ['PORTICO_PARTS', 'simulators'] as const,
    ['OTEL_SERVICE_NAME', 'simulators'] as const,
  ]);
  const urls = legacyAdapters.map((adapter) => `"http://127.0.0.1:${simulatorPortOf(adapter)}/_calls"`);
  return [
    ...service('simulators', 'simulators', lines([...environment], ''), [...environment.keys()]),
    '    healthcheck:',
    `      test: ["CMD", "node", "deploy/health-check.mjs", ${urls.join(', ')}]`,
  ].join('\n');
}

/** The services of our own parts: those of production, and the simulators. */
export function composeServices(): string {
  return [...partsAlone.map(serviceOf), simulators()].join('\n\n');
}

/** The placeholders of the realm that stand for secrets of clients. */
export function realmVariables(): string {
  const secrets = Object.entries(allSettings).flatMap(([name, { realmVariable }]) =>
    realmVariable === undefined ? [] : [[realmVariable, required(name)] as const],
  );
  return lines(secrets.toSorted(), '      ').join('\n');
}
