import { databaseNeeds } from '#bank/durable-state.ts';
import { legacyAdapters, parts, type SettingGroup, settingGroups, subgraphPart, subgraphs } from '#bank/lists.ts';
import { partNames } from '#bank/parts.ts';
import { gatewayPart } from '#gateway/part.ts';
import { auditNeed, auditSettings } from '#platform/audit/settings.ts';
import { graphNeed } from '#platform/composition/graph.ts';
import type { Needs } from '#platform/composition/need.ts';
import { realmNeed } from '#platform/composition/realm.ts';
import { missingOf, type Setting, type SettingTable } from '#platform/composition/setting.ts';
import { databaseSettings } from '#platform/database/settings.ts';
import { subgraphSettings } from '#subgraphs/kit/settings.ts';

/** What holds without the setting, as a cell of a table. */
export function defaultOf({ absence, isNeededInProduction }: Setting): string {
  const inProduction = isNeededInProduction ? '; must be set in production' : '';
  switch (absence.kind) {
    case 'default':
      return absence.value === '' ? 'none' : `\`${absence.value}\``;
    case 'development':
      return `a public one${inProduction}`;
    case 'optional':
      return `${absence.told}${inProduction}`;
    case 'simulated':
    case 'simulator-address':
      return "the simulator's";
  }
}

/** The table of every setting, in the order of the lists. */
export function settingTable(groups: readonly SettingGroup[] = settingGroups): string {
  const rows = groups.flatMap(({ of, settings }) =>
    Object.entries(settings).map(
      ([name, setting]) => `| \`${name}\`${setting.isSecret ? ' (secret)' : ''} | ${of} | ${setting.description} | ${defaultOf(setting)} |`,
    ),
  );
  return ['| variable | whose | what it is | default |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The least that a process with everything must be told in production, as an environment file. */
export function leastSettings(): string {
  const production = { simulated: false, production: true };
  const missing = (tables: readonly SettingTable[]) => tables.flatMap((table) => missingOf(table, {}, production).map(({ name }) => name));
  const lines = [
    ['PORTICO_MODE=production'],
    ['PUBLIC_URL=https://api.bank'],
    ['HOST=0.0.0.0'],
    ['IDENTITY_ISSUER=https://id.bank/realms/portico'],
    missing([subgraphSettings, databaseSettings, auditSettings, ...subgraphs.map(({ settings }) => settings)]).map((name) => `${name}=…`),
    ...legacyAdapters.map(({ settings }) => missing([settings]).map((name) => `${name}=…`)),
  ];
  return ['```sh', ...lines.map((line) => line.join(' ')).filter((line) => line !== ''), '```'].join('\n');
}

/** What each part must be told where it runs by itself in production. */
export function partTable(): string {
  const rows = [
    row(gatewayPart.name, ['HOST', 'PUBLIC_URL', 'GATEWAY_SIGNING_KEY', 'SUBGRAPH_URL'], gatewayPart.needs, []),
    ...subgraphs.map((each) =>
      row(subgraphPart(each), ['SUBGRAPH_HOST', 'SUBGRAPH_PORT', 'GATEWAY_PUBLIC_KEY', 'ID_SECRET'], each.needs, [each.settings]),
    ),
    ...[...new Set(parts.filter(({ isForDevelopment }) => !isForDevelopment).map(({ part }) => part))].map((name) => {
      const members = parts.filter(({ part }) => part === name);
      return row(
        name,
        ['HOST', 'PUBLIC_URL'],
        Object.assign({}, ...members.map(({ needs }) => needs)),
        members.map(({ settings }) => settings),
      );
    }),
  ];
  return ['| part | must be told, besides `PORTICO_MODE` |', '| --- | --- |', ...rows].join('\n');
}

function row(part: string, own: readonly string[], needs: Needs, tables: readonly SettingTable[]): string {
  const names = Object.values(needs).map(({ name }) => name);
  const systems = legacyAdapters.filter(({ port }) => names.includes(port.name));
  const needed = new Set([...names, ...systems.flatMap((each) => Object.values(each.needs).map(({ name }) => name))]);
  const told = [
    ...own,
    ...(needed.has(realmNeed.name) ? ['IDENTITY_ISSUER'] : []),
    ...(needed.has(graphNeed.name) ? ['GATEWAY_URL'] : []),
    ...[
      ...(databaseNeeds.some(({ name }) => needed.has(name)) ? [databaseSettings] : []),
      ...(needed.has(auditNeed.name) ? [auditSettings] : []),
      ...tables,
      ...systems.map(({ settings }) => settings),
    ].flatMap((table) => missingOf(table, {}, { simulated: false, production: true }).map(({ name }) => name)),
  ];
  return `| \`${part}\` | ${told.map((name) => `\`${name}\``).join(', ')} |`;
}

/** The names of parts, as a sentence. */
export function partList(): string {
  const production = partNames('production').map((name) => `\`${name}\``);
  const development = partNames('development').filter((name) => !partNames('production').includes(name));
  return `Parts: ${production.join(', ')}; in development also ${development.map((name) => `\`${name}\``).join(', ')}.`;
}

/** What stands before the start of a second bank beside the first. */
export function secondBank(): string {
  const ports = legacyAdapters.flatMap(({ simulator }) => Object.keys(simulator.settings));
  return ['```sh', `PORT=4100 METRICS_PORT=0 DATABASE_DIR=memory ${ports.map((name) => `${name}=0`).join(' ')} npm start`, '```'].join(
    '\n',
  );
}
