import * as clients from '#clients/clients.ts';
import { gatewayPart } from '#gateway/part.ts';
import { identityStandIn } from '#identity/part.ts';
import * as adapters from '#legacy-adapters/adapters.ts';
import { adapterSettings, type LegacyAdapter, simulatorSettings } from '#legacy-adapters/legacy-adapter.ts';
import type { Part } from '#platform/composition/part.ts';
import type { RealmClient } from '#platform/composition/realm-client.ts';
import type { SettingTable } from '#platform/composition/setting.ts';
import { tracingSettings } from '#platform/telemetry/tracing-settings.ts';
import type { SubgraphDescriptor } from '#subgraphs/kit/descriptor.ts';
import { subgraphSettings } from '#subgraphs/kit/settings.ts';
import * as graph from '#subgraphs/subgraphs.ts';
import { dependencySettings } from './dependency-settings.ts';
import { processSettings } from './process-settings.ts';

// What stands in the lists, whoever it is.

export const legacyAdapters: readonly LegacyAdapter[] = Object.values(adapters);
export const subgraphs: readonly SubgraphDescriptor[] = Object.values(graph);
export const parts: readonly Part[] = [identityStandIn, ...Object.values(clients)];

/** Everybody who gets tokens of the realm. */
export const realmClients: readonly RealmClient[] = [...parts, ...legacyAdapters].flatMap((each) => each.realmClients ?? []);

export function simulatorPart({ name }: { readonly name: string }): string {
  return `${name}-simulator`;
}

export function subgraphPart({ name }: { readonly name: string }): string {
  return `subgraph:${name}`;
}

/** Settings that belong together, and whose they are. */
export interface SettingGroup {
  readonly of: string;
  readonly settings: SettingTable;
}

/** Every setting that there is. */
export const settingGroups: readonly SettingGroup[] = [
  { of: 'every process', settings: processSettings },
  { of: 'every process', settings: tracingSettings },
  ...dependencySettings,
  { of: gatewayPart.name, settings: gatewayPart.settings },
  { of: 'subgraphs', settings: subgraphSettings },
  ...subgraphs.map((each) => ({ of: subgraphPart(each), settings: each.settings })),
  { of: 'adapters', settings: adapterSettings },
  ...legacyAdapters.map((each) => ({ of: each.title, settings: each.settings })),
  ...parts.map((each) => ({ of: each.name, settings: each.settings })),
  { of: 'simulators', settings: simulatorSettings },
  ...legacyAdapters.map((each) => ({ of: 'simulators', settings: each.simulator.settings })),
].filter(({ settings }) => Object.keys(settings).length > 0);
