import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElementCodec, OperationCodec, SchemaCodec } from '#legacy-adapters/xml/codec/element.ts';

export interface Generated {
  readonly schema: SchemaCodec;
  readonly elements: Readonly<Record<string, ElementCodec<unknown>>>;
  readonly operations: Readonly<Record<string, OperationCodec<unknown, unknown>>>;
}

export const folder = path.resolve(import.meta.dirname, '../fixtures');
export const fixtures = globSync('*/about.json', { cwd: folder })
  .map((file) => path.dirname(file))
  .sort();
export const unsupported = globSync('unsupported/*/about.json', { cwd: folder })
  .map((file) => path.dirname(file))
  .sort();

export function read(fixture: string, file: string): string {
  return readFileSync(path.join(folder, fixture, file), 'utf8');
}

export interface About {
  readonly feature: string;
  /** What the compiler tells of it. */
  readonly warnings?: readonly string[];
  /** Values are read back in other groups, of the same elements in the same order. */
  readonly regroups?: boolean;
}

export function aboutOf(fixture: string): About {
  return JSON.parse(read(fixture, 'about.json')) as About;
}

export async function generatedOf(fixture: string): Promise<Generated> {
  return (await import(path.join(folder, fixture, 'generated/operations.ts'))) as Generated;
}

/** The element that a fixture's documents are of. */
export function rootOf({ elements }: Generated, document: string): ElementCodec<unknown> {
  const local = /^<(?:[\w-]+:)?([\w-]+)/.exec(document.trim())?.[1] ?? '';
  const found = elements[local];
  if (found === undefined) throw new Error(`the fixture has no element ${local}`);
  return found;
}

/** As JSON has it: bytes in an object of their own, and nothing for what is absent. */
export function asJson(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Uint8Array ? { $bytes: Buffer.from(inner).toString('hex') } : inner)),
  );
}
