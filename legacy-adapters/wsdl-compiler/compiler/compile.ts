import path from 'node:path';
import { type Diagnostic, Diagnostics } from '../schema/diagnostics.ts';
import { readModel } from '../schema/read-model.ts';
import { decodersSource } from './decoders-source.ts';
import { encodersSource } from './encoders-source.ts';
import { quoted } from './identifiers.ts';
import { operationsSource } from './operations-source.ts';
import { Plan } from './plan.ts';
import { typesSource } from './types-source.ts';

export interface CompileOptions {
  /** A WSDL 1.1 or an XML Schema 1.0. */
  readonly file: string;
  /** Files that stand for locations, as the WSDL spells them. */
  readonly locations?: ReadonlyMap<string, string>;
  /** Where the generated files will stand, for their imports. */
  readonly out: string;
  /** Called as the work goes on, with what has been done. */
  readonly onProgress?: (stage: string) => void;
}

export interface Compiled {
  /** By their names within `out`; empty when there is an error among the diagnostics. */
  readonly files: ReadonlyMap<string, string>;
  readonly types: number;
  readonly operations: number;
  readonly diagnostics: readonly Diagnostic[];
}

const kit = path.resolve(import.meta.dirname, '../../xml/codec/generated.ts');

/** Makes TypeScript of a WSDL or a schema: types, a decoder and an encoder a type, a table of operations. Asks no network. */
export function compile(options: CompileOptions): Compiled {
  const diagnostics = new Diagnostics();
  const done = options.onProgress ?? (() => {});
  const locations = options.locations ?? new Map();
  const { model, files: read } = readModel(options.file, { locations, onProgress: done }, diagnostics);
  const count = { types: model.complexTypes.size + model.simpleTypes.size, operations: model.operations.length };
  if (hasErrors(diagnostics)) return { files: new Map(), ...count, diagnostics: diagnostics.all };
  done(`${read.length} files read: ${count.types} types, ${count.operations} operations`);
  const plan = new Plan(model, diagnostics);
  done('shapes are decided');
  const decoders = decodersSource(plan);
  done('decoders are written');
  const encoders = encodersSource(plan);
  done('encoders are written');
  const operations = operationsSource(plan);
  const types = typesSource(plan);
  if (hasErrors(diagnostics)) return { files: new Map(), ...count, diagnostics: diagnostics.all };
  const relative = path.relative(options.out, kit).split(path.sep).join('/');
  const from = quoted(relative.startsWith('.') ? relative : `./${relative}`);
  const head = `// Made from ${path.basename(options.file)} by \`npm run wrap\`; whatever is changed here is lost.\n`;
  const file = (imports: readonly [names: string, body: string][], body: string) => {
    const used = imports
      .filter(([name]) => name === '' || new RegExp(`\\b${name.replace(/^type /, '')}\\b`).test(body))
      .map(([, line]) => line);
    return `${head}${groupedImports(used)}${body}`;
  };
  const kitImport = (name: string): [string, string] => [name, `import { ${name} } from ${from};`];
  const own: [string, string][] = [
    ['x\\.', "import * as x from './scalars.ts';"],
    ['t\\.', "import type * as t from './types.ts';"],
  ];
  const scalars = `\n${plan.simple.declarations.join('\n')}\n`;
  const names = `\nexport const names = new NameTable([\n${plan.names.map((name) => `  ${quoted(name)},\n`).join('')}]);\n`;
  const imports = new Map<string, readonly [string, string][]>([
    ['types.ts', ['type Decimal', 'type XmlTree'].map(kitImport)],
    [
      'scalars.ts',
      [
        ...['linearPattern', 'restricted', 's', 'type Decimal', 'type Scalar'].map(kitImport),
        ['t\\.', "import type * as t from './types.ts';"],
      ],
    ],
    ['names.ts', [kitImport('NameTable')]],
    [
      'decoders.ts',
      [...['type Accepts', 'type Decimal', 'END', 'known', 'type Reader', 'readTree', 's', 'type XmlTree'].map(kitImport), ...own],
    ],
    ['encoders.ts', [...['type DocumentWriter', 's'].map(kitImport), ...own]],
    [
      'operations.ts',
      [
        ...[
          'type Decimal',
          'type DocumentWriter',
          'type ElementCodec',
          'type Reader',
          'readTree',
          's',
          'type SchemaCodec',
          'type XmlTree',
        ].map(kitImport),
        ...called(operations),
        ['names', "import { names } from './names.ts';"],
        ...own,
      ],
    ],
  ]);
  const bodies: [string, string][] = [
    ['types.ts', types],
    ['scalars.ts', scalars],
    ['names.ts', names],
    ['decoders.ts', decoders],
    ['encoders.ts', encoders],
    ['operations.ts', operations],
  ];
  const files = new Map(bodies.map(([name, body]) => [name, file(imports.get(name) ?? [], body)]));
  return { files, ...count, diagnostics: diagnostics.all };
}

/** The decoders and encoders that the table of elements calls. */
function called(body: string): [string, string][] {
  const uses = (pattern: RegExp) => [...new Set([...body.matchAll(pattern)].map(([, name = '']) => name))].sort();
  const decoders = uses(/\b(decode[\p{ID_Continue}$]+)\(c\)/gu);
  const encoders = uses(/\b(encode[\p{ID_Continue}$]+)\(w, /gu);
  return [
    ...(decoders.length > 0 ? [['', `import { ${decoders.join(', ')} } from './decoders.ts';`] as [string, string]] : []),
    ...(encoders.length > 0 ? [['', `import { ${encoders.join(', ')} } from './encoders.ts';`] as [string, string]] : []),
  ];
}

/** One import a module. */
function groupedImports(lines: readonly string[]): string {
  const byModule = new Map<string, string[]>();
  const whole: string[] = [];
  for (const line of lines) {
    const parts = /^import \{ (.+) \} from (.+);$/.exec(line);
    if (parts === null) whole.push(line);
    else byModule.set(parts[2] ?? '', [...(byModule.get(parts[2] ?? '') ?? []), parts[1] ?? '']);
  }
  const imports = [...byModule].map(([module, names]) => `import { ${names.join(', ')} } from ${module};`);
  return [...imports, ...whole].map((line) => `${line}\n`).join('');
}

function hasErrors(diagnostics: Diagnostics): boolean {
  return diagnostics.all.some(({ severity }) => severity === 'error');
}
