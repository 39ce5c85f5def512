import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'graphql';
import ts from 'typescript';

export interface UnnamedType {
  readonly file: string;
  readonly line: number;
  readonly type: string;
}

const decorators = new Set(['ObjectType', 'InterfaceType', 'InputType']);

/** The types that more than one of these schemas defines. Federation joins them by their names. */
export function sharedTypes(schemas: readonly string[]): ReadonlySet<string> {
  const known = new Set<string>();
  const shared = new Set<string>();
  for (const sdl of schemas) {
    const names = parse(sdl, { noLocation: true }).definitions.flatMap((each) =>
      'name' in each && each.name !== undefined && /^(Object|Interface|InputObject)Type/.test(each.kind) ? [each.name.value] : [],
    );
    for (const name of new Set(names)) (known.has(name) ? shared : known).add(name);
  }
  for (const root of ['Query', 'Mutation']) shared.delete(root);
  return shared;
}

/**
 * Classes of shared types whose name in the graph is only that of the class: a bundler may rename a class, and the type of one
 * subgraph would then no longer be that of another.
 */
export function unnamedTypes(file: string, text: string, shared: ReadonlySet<string>): UnnamedType[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: UnnamedType[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) && node.name !== undefined && shared.has(node.name.text)) {
      const calls = (ts.getDecorators(node) ?? []).map(({ expression }) => expression).filter(ts.isCallExpression);
      const makers = calls.filter(({ expression }) => decorators.has(expression.getText(source)));
      if (makers.some((call) => !isNamed(call)))
        found.push({ file, line: source.getLineAndCharacterOfPosition(node.name.getStart(source)).line + 1, type: node.name.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isNamed({ arguments: [first] }: ts.CallExpression): boolean {
  return first !== undefined && ts.isStringLiteralLike(first);
}

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '../..');
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  const shared = sharedTypes(globSync('schema/subgraphs/*.graphql', { cwd: root }).map(read));
  const files = globSync('subgraphs/**/*.ts', { cwd: root });
  const findings = files.flatMap((file) => unnamedTypes(file, read(file), shared));
  for (const { file, line, type } of findings)
    console.log(`${file}:${line}: ${type} is in several subgraphs; name it in its decorator: @ObjectType('${type}', …)`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
