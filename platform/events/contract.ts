import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { EventDefinition } from './definition.ts';

type Json = Readonly<Record<string, unknown>>;

/** The JSON Schema (2020-12) of an event's payload, as it is committed in `schema/events/`. */
export function schemaOf({ name, description, subject, payload, retentionDays }: EventDefinition): Json {
  return { $id: name, title: name, description, ...withoutDialect(z.toJSONSchema(payload, { io: 'input' })), subject, retentionDays };
}

/** Words about an event, which bind nobody. */
const free = new Set(['title', 'description', 'examples', '$comment', 'retentionDays']);

/**
 * What in `after` somebody cannot live with who was written for `before`, or who finds what was appended then. All that may be
 * changed are words and the time it is kept, and optional properties may be added; anything else is a new version.
 */
export function breaches(before: Json, after: Json, at = 'payload'): readonly string[] {
  const found: string[] = [];
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (free.has(key) || isDeepStrictEqual(before[key], after[key])) continue;
    if (key === 'properties') found.push(...propertyBreaches(asJson(before[key]), after, at));
    else if (key === 'items') found.push(...breaches(asJson(before[key]), asJson(after[key]), `${at}[]`));
    else found.push(`${at}: ${key} was ${JSON.stringify(before[key])} and is ${JSON.stringify(after[key])}`);
  }
  return found;
}

function propertyBreaches(before: Json, after: Json, at: string): string[] {
  const properties = asJson(after.properties);
  return Object.entries(before).flatMap(([name, schema]) =>
    name in properties ? breaches(asJson(schema), asJson(properties[name]), `${at}.${name}`) : [`${at}.${name} is gone`],
  );
}

/** Every way in which the definitions and the committed contract differ; none when it is up to date. */
export async function checkContract(folder: string, events: readonly EventDefinition[]): Promise<readonly string[]> {
  const committed = await readContract(folder);
  const faults: string[] = [];
  for (const event of events) {
    const before = committed.get(event.name);
    committed.delete(event.name);
    const after = schemaOf(event);
    if (before === undefined) faults.push(`${event.name} is not in the contract yet`);
    else if (!isDeepStrictEqual(before, after)) {
      const broken = breaches(before, after);
      faults.push(
        broken.length > 0
          ? `${event.name} breaks those who read it, so it needs a new version: ${broken.join('; ')}`
          : `${event.name} has changed, and the contract does not say so yet`,
      );
    }
  }
  for (const name of committed.keys()) faults.push(`${name} stands in the contract, and nobody defines it`);
  return faults;
}

/** Writes the contract, unless a change in it would break somebody. Returns what it refused. */
export async function writeContract(folder: string, events: readonly EventDefinition[]): Promise<readonly string[]> {
  const refused = (await checkContract(folder, events)).filter((fault) => fault.includes('needs a new version'));
  if (refused.length > 0) return refused;
  await mkdir(folder, { recursive: true });
  for (const event of events) await writeFile(fileOf(folder, event.name), `${JSON.stringify(schemaOf(event), undefined, 2)}\n`);
  return [];
}

async function readContract(folder: string): Promise<Map<string, Json>> {
  const files = await readdir(folder).catch(() => []);
  const schemas = files
    .filter((file) => file.endsWith('.json'))
    .map(async (file) => [path.basename(file, '.json'), asJson(JSON.parse(await readFile(path.join(folder, file), 'utf8')))] as const);
  return new Map(await Promise.all(schemas));
}

const fileOf = (folder: string, name: string) => path.join(folder, `${name}.json`);

function withoutDialect({ $schema: _, ...schema }: Json): Json {
  return schema;
}

function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
