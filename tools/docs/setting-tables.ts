import { dependencySettings } from '#bank/dependency-settings.ts';
import { legacyAdapters, type SettingGroup, settingGroups, subgraphs } from '#bank/lists.ts';
import { partNames } from '#bank/parts.ts';
import { missingOf, type Setting, type SettingTable } from '#platform/composition/setting.ts';
import { subgraphSettings } from '#subgraphs/kit/settings.ts';
import { isToldAlone, partsAlone } from './parts-alone.ts';

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
    missing([subgraphSettings, ...dependencySettings.map(({ settings }) => settings), ...subgraphs.map(({ settings }) => settings)]).map(
      (name) => `${name}=…`,
    ),
    ...legacyAdapters.map(({ settings }) => missing([settings]).map((name) => `${name}=…`)),
  ];
  return ['```sh', ...lines.map((line) => line.join(' ')).filter((line) => line !== ''), '```'].join('\n');
}

/** What each part must be told where it runs by itself in production. */
export function partTable(): string {
  const rows = partsAlone.map(({ part, tables }) => {
    const told = tables.flatMap(({ settings }) =>
      Object.entries(settings)
        .filter(isToldAlone)
        .map(([name]) => `\`${name}\``),
    );
    return `| \`${part}\` | ${told.join(', ')} |`;
  });
  return ['| part | must be told, besides `PORTICO_MODE` |', '| --- | --- |', ...rows].join('\n');
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
