import 'reflect-metadata';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { subgraphs } from '#bank/lists.ts';
import { checkContract, writeContract } from '#platform/events/contract.ts';
import { defineEvent, type EventDefinition } from '#platform/events/definition.ts';

// `npm run compose -- --check` holds the events of all subgraphs against schema/events/; here each kind of breach is planted.
const committed = path.resolve(import.meta.dirname, '../../schema/events');
const events = subgraphs.flatMap(({ state }) => state?.events ?? []);
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'portico-events-'));
  await cp(committed, folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function withPayload(name: string, change: (payload: z.ZodObject) => z.ZodObject): EventDefinition[] {
  return events.map((event) => (event.name === name ? defineEvent({ ...event, payload: change(event.payload) }) : event));
}
const name = 'card.locked.v1';

it('the committed events are those of the subgraphs', async () => {
  expect(events.map((event) => event.name)).toContain(name);
  expect(await checkContract(folder, events)).toEqual([]);
});

it.each<[string, (payload: z.ZodObject) => z.ZodObject]>([
  ['a property that is gone', (payload) => payload.omit({ changeId: true })],
  ['a property of another type', (payload) => payload.extend({ customerNumber: z.number() })],
  ['a new property that must be there', (payload) => payload.extend({ reason: z.string() })],
  ['a property that may be missing now', (payload) => payload.partial({ customerNumber: true })],
])('refuses %s, and writes nothing', async (_what, change) => {
  const broken = withPayload(name, change);
  expect((await checkContract(folder, broken)).join()).toMatch(
    /^card\.locked\.v1 breaks those who read it, so it needs a new version: payload/,
  );
  expect(await writeContract(folder, broken)).toHaveLength(1);
  const file = `${name}.json`;
  expect(await readFile(path.join(folder, file), 'utf8')).toBe(await readFile(path.join(committed, file), 'utf8'));
});

it('wants an optional property written down, and an event that is gone missed', async () => {
  const grown = withPayload(name, (payload) => payload.extend({ reason: z.string().optional() }));
  expect(await checkContract(folder, grown)).toEqual([`${name} has changed, and the contract does not say so yet`]);
  const fewer = events.filter((event) => event.name !== name);
  expect(await checkContract(folder, fewer)).toEqual([`${name} stands in the contract, and nobody defines it`]);
});
