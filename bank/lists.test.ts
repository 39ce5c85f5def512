import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { customerScopesNeed, graphNeed } from '#platform/composition/graph.ts';
import { listingNeed } from '#platform/composition/listing.ts';
import { realmNeed, realmVariablesNeed } from '#platform/composition/realm.ts';
import { databaseNeed } from '#platform/database/settings.ts';
import { legacyAdapters, parts, settingGroups, subgraphs } from './lists.ts';

const root = path.resolve(import.meta.dirname, '..');
const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

it('nobody in the lists has the name of another, and no setting stands in two descriptors', () => {
  expect(twice(legacyAdapters.map(({ name }) => name))).toEqual([]);
  expect(twice(subgraphs.map(({ name }) => name))).toEqual([]);
  expect(twice(parts.map(({ name }) => name))).toEqual([]);
  expect(twice(settingGroups.flatMap(({ settings }) => Object.keys(settings)))).toEqual([]);
});

it.each(legacyAdapters.map((adapter) => [adapter.name, adapter] as const))(
  '%s stands in the folder of its name, has one address, and its simulator a port that no other has',
  (name, { settings, simulator }) => {
    expect(existsSync(path.join(root, 'legacy-adapters', name, 'adapter.ts'))).toBe(true);
    expect(Object.values(settings).filter(({ absence }) => absence.kind === 'simulator-address')).toHaveLength(1);
    expect(Object.keys(simulator.settings).filter((setting) => setting.endsWith('_SIMULATOR_PORT'))).toHaveLength(1);
    const ports = legacyAdapters.flatMap((each) =>
      Object.values(each.simulator.settings).flatMap(({ absence }) => (absence.kind === 'default' ? [String(absence.value)] : [])),
    );
    expect(twice(ports)).toEqual([]);
  },
);

it('a subgraph stands in the folder of its name', () => {
  for (const { name } of subgraphs) expect(existsSync(path.join(root, 'subgraphs', name, 'subgraph.ts')), name).toBe(true);
});

it('whatever anybody needs, somebody gives', () => {
  const given = new Set([
    ...[graphNeed, customerScopesNeed, listingNeed, realmNeed, realmVariablesNeed, databaseNeed].map(({ name }) => name),
    ...legacyAdapters.map(({ port }) => port.name),
  ]);
  const needed = [...subgraphs, ...legacyAdapters, ...parts].flatMap(({ needs }) => Object.values(needs).map(({ name }) => name));
  expect(needed.filter((name) => !given.has(name))).toEqual([]);
});
