import { globSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type ElementCodec, writeDocument } from '#legacy-adapters/xml/codec/element.ts';
import { Values } from '../compiler/arbitrary.testkit.ts';
import { aboutOf, fixtures, folder, type Generated } from '../compiler/fixtures.testkit.ts';
import { Plan } from '../compiler/plan.ts';
import { Diagnostics } from '../schema/diagnostics.ts';
import { readModel } from '../schema/read-model.ts';
import { type Declared, declaredIn } from './comparison.testkit.ts';

/** One element of one compiled schema, and documents of it that are right. */
export interface Subject {
  readonly name: string;
  readonly generated: Generated;
  readonly element: ElementCodec<unknown>;
  readonly declared: Declared;
  readonly documents: readonly { readonly xml: string; readonly value: unknown }[];
  /** Values are read back in other groups. */
  readonly regroups: boolean;
}

const adapters = path.resolve(import.meta.dirname, '../..');
const documentsMax = 40;

/** The elements of every fixture and of every adapter of the bank. */
export async function findSubjects(seed: number): Promise<Subject[]> {
  const systems = globSync('*/wsdl/*.wsdl', { cwd: adapters }).sort();
  const sources = [
    ...fixtures.map((name) => ({ name, home: path.join(folder, name), regroups: aboutOf(name).regroups === true })),
    ...systems.map((file) => ({
      name: path.dirname(path.dirname(file)),
      home: path.join(adapters, path.dirname(path.dirname(file))),
      regroups: false,
    })),
  ];
  const subjects = await Promise.all(sources.map((source) => subjectsOf(source, seed)));
  return subjects.flat();
}

async function subjectsOf({ name, home, regroups }: { name: string; home: string; regroups: boolean }, seed: number): Promise<Subject[]> {
  const [file] = globSync(['{service.wsdl,schema.xsd}', 'wsdl/*.wsdl'], { cwd: home });
  const generated = (await import(path.join(home, 'generated/operations.ts'))) as Generated;
  const diagnostics = new Diagnostics();
  const plan = new Plan(readModel(path.join(home, file ?? ''), { locations: new Map() }, diagnostics).model, diagnostics);
  const values = new Values(plan);
  const declared = declaredIn(plan);
  const elements = Object.values(generated.elements);
  return plan.model.elements.flatMap((use, index) => {
    const element = elements[index];
    if (element === undefined) throw new Error(`${use.name} was not compiled`);
    const documents = fc
      .sample(values.element(use), { numRuns: documentsMax, seed })
      .map((value) => ({ value, xml: writeDocument(generated.schema, element, value) }));
    return [{ name: `${name} ${use.name}`, generated, element, declared, documents, regroups }];
  });
}
