import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Scalar } from '#legacy-adapters/xml/codec/scalar.ts';
import { Diagnostics } from '../schema/diagnostics.ts';
import { readModel } from '../schema/read-model.ts';
import { FacetOracle } from './facet-oracle.testkit.ts';
import { fixtures, folder } from './fixtures.testkit.ts';
import { typeIdentifier } from './identifiers.ts';
import { isTooLong, SimpleValues } from './simple-values.testkit.ts';

const adapters = path.resolve(import.meta.dirname, '../..');
const schemas = [
  ...fixtures.map((fixture) => path.join(folder, fixture)),
  ...globSync('*/wsdl', { cwd: adapters }).map((home) => path.join(adapters, path.dirname(home))),
];

interface Judged {
  readonly type: string;
  readonly text: string;
  readonly taken: boolean;
}

/** What the generated scalars of a schema take, beside what XML Schema says of the same texts. */
async function judge(home: string): Promise<{ told: Judged[]; wrong: string[]; unknown: number }> {
  const [file = ''] = globSync(['service.wsdl', 'schema.xsd', 'wsdl/*.wsdl'], { cwd: home });
  const { model } = readModel(path.join(home, file), { locations: new Map() }, new Diagnostics());
  const generated = (await import(path.join(home, 'generated/scalars.ts'))) as Readonly<Record<string, Scalar<unknown> | undefined>>;
  const [oracle, values] = [new FacetOracle(model), new SimpleValues(model)];
  const told: Judged[] = [];
  const wrong: string[] = [];
  let unknown = 0;
  for (const { name, definition } of model.simpleTypes.values()) {
    const scalar = generated[`scalar${typeIdentifier(name.slice(name.lastIndexOf('}') + 1))}`];
    if (scalar === undefined || definition.kind === 'builtin') continue;
    for (const text of values.texts(definition).filter((each) => !isTooLong(each))) {
      const isOfType = oracle.takes(definition, text);
      if (isOfType === undefined) unknown += 1;
      if (isOfType === undefined) continue;
      const value = scalar.parse(text);
      const taken = value !== undefined;
      told.push({ type: name, text, taken });
      if (taken !== isOfType) wrong.push(`${name}: ${JSON.stringify(text)} is ${taken ? 'taken' : 'refused'}`);
      const written = taken ? scalar.format(value) : undefined;
      // What was read is written, and is then of the type too.
      if (taken && (written === undefined || oracle.takes(definition, written) !== true))
        wrong.push(`${name}: ${JSON.stringify(text)} is read, and written as ${JSON.stringify(written)}`);
    }
  }
  return { told, wrong, unknown };
}

describe('the named simple types', () => {
  it('take the texts that XML Schema gives them, and no other, at every bound and one beyond it', async () => {
    const judged = await Promise.all(schemas.map(judge));
    expect(judged.flatMap(({ wrong }) => wrong).join('\n')).toBe('');
    const told = judged.flatMap((each) => each.told);
    expect(new Set(told.map(({ type }) => type)).size).toBeGreaterThan(20);
    // Both answers must have been asked for.
    for (const taken of [true, false]) expect(told.filter((each) => each.taken === taken).length).toBeGreaterThan(500);
    expect(judged.reduce((sum, { unknown }) => sum + unknown, 0)).toBeLessThan(told.length / 10);
  });
});
