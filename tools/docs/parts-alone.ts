import { dependencySettings } from '#bank/dependency-settings.ts';
import { legacyAdapters, parts, type SettingGroup, subgraphPart, subgraphs } from '#bank/lists.ts';
import { processSettings } from '#bank/process-settings.ts';
import { gatewayPart } from '#gateway/part.ts';
import { adapterSettings } from '#legacy-adapters/legacy-adapter.ts';
import { graphNeed } from '#platform/composition/graph.ts';
import type { Needs } from '#platform/composition/need.ts';
import { missingOf, type Setting, type SettingTable } from '#platform/composition/setting.ts';
import { tracingSettings } from '#platform/telemetry/tracing-settings.ts';
import { subgraphSettings } from '#subgraphs/kit/settings.ts';

/** A part of the bank in a process of its own, in production. */
export interface PartAlone {
  /** As in PORTICO_PARTS. */
  readonly part: string;
  /** The settings that it reads. Those of the same `of` are the same table, whoever reads them. */
  readonly tables: readonly SettingGroup[];
  /** It is there only where somebody asks for it by its settings. */
  readonly isOnRequest: boolean;
}

const { HOST, PORT, PUBLIC_URL, GATEWAY_URL, ...everywhere } = processSettings;
/** What every process reads, besides which parts it runs. */
export const everyProcess: readonly SettingGroup[] = [
  { of: 'process', settings: everywhere },
  { of: 'traces', settings: tracingSettings },
];
const listener: SettingGroup = { of: 'listener', settings: { HOST, PORT, PUBLIC_URL } };
const graphClient: SettingGroup = { of: 'graph client', settings: { GATEWAY_URL } };

/** What has no use, or another default, in a process that has everything, and must be said to a part that runs by itself. */
const saidToPartsAlone = new Set([
  'HOST',
  'PUBLIC_URL',
  'SUBGRAPH_HOST',
  'SUBGRAPH_PORT',
  'IDENTITY_ISSUER',
  'GATEWAY_URL',
  'GATEWAY_SIGNING_KEY',
  'GATEWAY_PUBLIC_KEY',
  'SUBGRAPH_URL',
]);

/** Whether a part that runs by itself in production does not start, or is of no use, without this setting. */
export function isToldAlone([name, setting]: readonly [string, Setting]): boolean {
  return saidToPartsAlone.has(name) || missingOf({ [name]: setting }, {}, { simulated: false, production: true }).length > 0;
}

/** Tables of what a part is given: the graph, the realm, the database; and of the legacy systems that it asks. */
export function tablesFor(needs: Needs): SettingGroup[] {
  const names = new Set(Object.values(needs).map(({ name }) => name));
  const systems = legacyAdapters.filter(({ port }) => names.has(port.name));
  for (const system of systems) for (const { name } of Object.values(system.needs)) names.add(name);
  return [
    ...(names.has(graphNeed.name) ? [graphClient] : []),
    ...dependencySettings.filter((each) => each.needs.some(({ name }) => names.has(name))).map(({ of, settings }) => ({ of, settings })),
    ...(systems.length > 0 ? [{ of: 'adapters', settings: adapterSettings }] : []),
    ...systems.map(({ name, settings }) => ({ of: name, settings })),
  ];
}

function alone(part: string, tables: readonly SettingGroup[], isOnRequest = false): PartAlone {
  return { part, tables: [...everyProcess, ...tables].filter(({ settings }) => Object.keys(settings).length > 0), isOnRequest };
}

/** Every part of production, as a process of its own. */
export const partsAlone: readonly PartAlone[] = [
  alone(gatewayPart.name, [listener, { of: gatewayPart.name, settings: gatewayPart.settings }, ...tablesFor(gatewayPart.needs)]),
  ...subgraphs.map((each) => {
    const part = subgraphPart(each);
    return alone(part, [{ of: 'subgraph', settings: subgraphSettings }, { of: part, settings: each.settings }, ...tablesFor(each.needs)]);
  }),
  ...[
    ...Map.groupBy(
      parts.filter(({ isForDevelopment }) => !isForDevelopment),
      ({ part }) => part,
    ),
  ].map(([part, members]) => {
    const needs: Needs = Object.assign({}, ...members.map((member) => member.needs));
    const settings: SettingTable = Object.assign({}, ...members.map((member) => member.settings));
    const isOnRequest = members.every(({ isWanted }) => isWanted !== undefined);
    return alone(part, [listener, ...tablesFor(needs), { of: part, settings }], isOnRequest);
  }),
];

/** Every table that some part reads, once, in the order in which they are first read. */
export function tablesOfParts(parts: readonly PartAlone[] = partsAlone): readonly SettingGroup[] {
  const found = new Map<string, SettingGroup>();
  for (const table of parts.flatMap(({ tables }) => tables)) {
    const known = found.get(table.of);
    if (known !== undefined && Object.keys(known.settings).join() !== Object.keys(table.settings).join())
      throw new Error(`two tables of settings are called ${table.of}: a system or a part needs another name`);
    found.set(table.of, table);
  }
  return [...found.values()];
}
