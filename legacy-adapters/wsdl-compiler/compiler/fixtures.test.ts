import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument, writeDocument } from '#legacy-adapters/xml/codec/element.ts';
import { XmlUnwritable } from '#legacy-adapters/xml/escape.ts';
import { XmlMalformed } from '#legacy-adapters/xml/malformed.ts';
import { parseBySaxes } from '#legacy-adapters/xml/xml.testkit.ts';
import { Diagnostics } from '../schema/diagnostics.ts';
import { readModel } from '../schema/read-model.ts';
import { Values } from './arbitrary.testkit.ts';
import { compile } from './compile.ts';
import { aboutOf, asJson, fixtures, folder, generatedOf, read, rootOf, unsupported } from './fixtures.testkit.ts';
import { Plan } from './plan.ts';

const sourceOf = (fixture: string) => {
  const wsdl = path.join(folder, fixture, 'service.wsdl');
  return existsSync(wsdl) ? wsdl : path.join(folder, fixture, 'schema.xsd');
};

describe.each(fixtures)('the code made from fixture %s', (fixture) => {
  it('is what is committed', () => {
    const out = path.join(folder, fixture, 'generated');
    const { files, diagnostics } = compile({ file: sourceOf(fixture), out });
    expect(diagnostics.map(({ message }) => message).sort()).toEqual([...(aboutOf(fixture).warnings ?? [])].sort());
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const [name, text] of files) expect(readFileSync(path.join(out, name), 'utf8'), name).toBe(text);
  });

  it('reads the valid document, and writes it so that it reads the same', async () => {
    const generated = await generatedOf(fixture);
    const document = read(fixture, 'valid.xml');
    const root = rootOf(generated, document);
    const value = readDocument(generated.schema, root, document);
    expect(asJson(value)).toEqual(JSON.parse(read(fixture, 'valid.json')));
    const written = writeDocument(generated.schema, root, value);
    expect(readDocument(generated.schema, root, written)).toEqual(value);
    expect(parseBySaxes(written)).toBeDefined();
  });

  it('refuses the invalid document, which is well-formed', async () => {
    const generated = await generatedOf(fixture);
    const document = read(fixture, 'invalid.xml');
    expect(parseBySaxes(document)).toBeDefined();
    expect(() => readDocument(generated.schema, rootOf(generated, read(fixture, 'valid.xml')), document)).toThrow(XmlMalformed);
  });

  it('refuses the document cut at any place, and of another namespace', async () => {
    const generated = await generatedOf(fixture);
    const document = read(fixture, 'valid.xml').trim();
    const root = rootOf(generated, document);
    for (let length = 0; length < document.length; length += 1) {
      expect(() => readDocument(generated.schema, root, document.slice(0, length)), `cut at ${length}`).toThrow(XmlMalformed);
    }
    expect(() => readDocument(generated.schema, root, document.replaceAll(/"urn:(f|rpc)"/g, '"urn:foreign"'))).toThrow(XmlMalformed);
  });

  it('reads back every value that it writes', async () => {
    const generated = await generatedOf(fixture);
    const diagnostics = new Diagnostics();
    const plan = new Plan(readModel(sourceOf(fixture), { locations: new Map() }, diagnostics).model, diagnostics);
    const values = new Values(plan);
    for (const [index, use] of plan.model.elements.entries()) {
      const element = Object.values(generated.elements)[index];
      if (element?.name !== use.name) throw new Error(`${use.name} was not compiled`);
      fc.assert(
        fc.property(values.element(use), (value) => {
          const written = writeDocument(generated.schema, element, value);
          const back = readDocument(generated.schema, element, written);
          if (aboutOf(fixture).regroups !== true) expect(back).toEqual(value);
          expect(writeDocument(generated.schema, element, back)).toBe(written);
          expect(() => parseBySaxes(written)).not.toThrow();
        }),
        { numRuns: 60 },
      );
    }
  });
});

/** Every place in a value, as the keys that lead there. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

function spoiltAt(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === key ? spoiltAt(item, rest, put) : item));
  const { [key]: inner, ...others } = value as Record<string, unknown>;
  // `undefined` stands for what is not there at all.
  return rest.length === 0 && put === undefined ? others : { ...others, [key]: spoiltAt(inner, rest, put) };
}

const spoiling = [
  undefined,
  null,
  1,
  0.1,
  'x',
  '',
  true,
  {},
  [],
  [undefined],
  [null],
  { kind: 'x' },
  { $type: 'x' },
  Symbol('x'),
  1n,
  new Date(0),
];

describe.each(fixtures)('the encoders made from fixture %s', (fixture) => {
  it('end a spoilt value in XmlUnwritable that names the place, or write what is read back', async () => {
    const generated = await generatedOf(fixture);
    const diagnostics = new Diagnostics();
    const plan = new Plan(readModel(sourceOf(fixture), { locations: new Map() }, diagnostics).model, diagnostics);
    const values = new Values(plan);
    let refused = 0;
    for (const [index, use] of plan.model.elements.entries()) {
      const element = Object.values(generated.elements)[index];
      if (element === undefined) throw new Error(`${use.name} was not compiled`);
      for (const value of fc.sample(values.element(use), { numRuns: 4, seed: 11 })) {
        for (const place of placesOf(value).slice(0, 40)) {
          for (const put of spoiling) {
            const spoilt = spoiltAt(value, place, put);
            const told = `${place.join('.')} is ${String(put)}`;
            try {
              const written = writeDocument(generated.schema, element, spoilt);
              expect(() => readDocument(generated.schema, element, written), `${told}: ${written}`).not.toThrow();
            } catch (error) {
              if (!(error instanceof XmlUnwritable)) throw new Error(`${told}: ${String(error)}`, { cause: error });
              expect(error.message, told).toMatch(/^[^\n]{1,2200}$/);
              expect(error.path, told).not.toBe('');
              refused += 1;
            }
          }
        }
      }
    }
    expect(refused).toBeGreaterThan(0);
  });
});

describe.each(unsupported)('the fixture %s', (fixture) => {
  it('is refused with file, line and a way out', () => {
    const file = sourceOf(fixture);
    const { files, diagnostics } = compile({ file, out: folder });
    expect(files.size).toBe(0);
    const told = diagnostics.map(({ severity, line, message, wayOut }) => ({
      severity,
      line,
      message: message.replaceAll(folder, ''),
      wayOut,
    }));
    expect(told).toMatchSnapshot();
    expect(diagnostics.every((diagnostic) => diagnostic.file === file)).toBe(true);
  });
});

describe('encoders', () => {
  it('never write a JavaScript number as money, nor a value that the schema refuses', async () => {
    const generated = await generatedOf('values');
    const root = rootOf(generated, '<Root/>');
    const value = readDocument(generated.schema, root, read('values', 'valid.xml')) as object;
    const wrong = { decimal: 0.1, integer: 1, long: 1, int: 1.5, boolean: 'yes', date: '31.12.2025', base64: 'AA==', token: undefined };
    for (const [property, replaced] of Object.entries(wrong)) {
      expect(() => writeDocument(generated.schema, root, { ...value, [property]: replaced }), property).toThrow(XmlUnwritable);
    }
  });
});
