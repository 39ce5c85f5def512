import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { cacheNeed } from '#platform/cache/settings.ts';
import { customerScopesNeed, graphNeed } from '#platform/composition/graph.ts';
import { jobsEndpointNeed } from '#platform/composition/jobs-endpoint.ts';
import { listingNeed } from '#platform/composition/listing.ts';
import { realmNeed, realmVariablesNeed } from '#platform/composition/realm.ts';
import { databaseNeed } from '#platform/database/settings.ts';
import { journalNeed } from '#platform/events/settings.ts';
import { jobsNeed } from '#platform/jobs/settings.ts';
import { loggerNeed, metricsNeed } from '#platform/telemetry/needs.ts';
import { databaseNeeds } from './dependency-settings.ts';
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
    ...[
      graphNeed,
      customerScopesNeed,
      listingNeed,
      realmNeed,
      realmVariablesNeed,
      cacheNeed,
      jobsEndpointNeed,
      loggerNeed,
      metricsNeed,
      ...databaseNeeds,
    ].map(({ name }) => name),
    ...legacyAdapters.map(({ port }) => port.name),
  ]);
  const needed = [...subgraphs, ...legacyAdapters, ...parts].flatMap(({ needs }) => Object.values(needs).map(({ name }) => name));
  expect(needed.filter((name) => !given.has(name))).toEqual([]);
});

it('tables, events and queues belong to one each, and no subgraph is called as a room of platform/ that has tables', () => {
  const states = subgraphs.flatMap(({ state }) => (state === undefined ? [] : [state]));
  expect(twice(states.flatMap(({ events }) => events.map(({ name }) => name)))).toEqual([]);
  expect(twice(states.flatMap(({ queues }) => queues.map(({ name }) => name)))).toEqual([]);
  for (const { name } of subgraphs) expect(existsSync(path.join(root, 'platform', name)), name).toBe(false);
  for (const { name, state } of subgraphs) for (const queue of state?.queues ?? []) expect(queue.name.split('.')[0]).toBe(name);
});

it('whoever brings tables, events and queues needs what carries them', () => {
  const missing = subgraphs.flatMap(({ name, state, needs }) => {
    const wanted = Object.values(needs).map((need) => need.name);
    const carriers = [
      ...(state === undefined ? [] : [databaseNeed]),
      ...((state?.events ?? []).length > 0 ? [journalNeed] : []),
      ...((state?.queues ?? []).length > 0 ? [jobsNeed] : []),
    ];
    return carriers.filter((carrier) => !wanted.includes(carrier.name)).map((carrier) => `${name}: ${carrier.name}`);
  });
  expect(missing).toEqual([]);
});
