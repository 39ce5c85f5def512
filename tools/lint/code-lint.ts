import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** What Biome has no rule for. */
export type CodeRule = 'explicit-thunk' | 'nullable-resolver' | 'environment-in-one-place';

export interface CodeFinding {
  readonly file: string;
  readonly line: number;
  readonly rule: CodeRule;
  readonly message: string;
}

/** The place of the thunk among the arguments of each type-graphql decorator that takes a type. */
const thunkPlace: ReadonlyMap<string, number> = new Map([
  ['Field', 0],
  ['FieldResolver', 0],
  ['Query', 0],
  ['Mutation', 0],
  ['Subscription', 0],
  ['Args', 0],
  ['Resolver', 0],
  ['Arg', 1],
]);

type Report = (node: ts.Node, rule: CodeRule, message: string) => void;

function isPackage(node: ts.ImportDeclaration, ...names: readonly string[]): boolean {
  return ts.isStringLiteral(node.moduleSpecifier) && names.includes(node.moduleSpecifier.text);
}

/** Local names of type-graphql's decorators, as imported: `Field`, `Field as F`, `* as graph`. */
function decoratorNames(source: ts.SourceFile): { named: ReadonlyMap<string, string>; namespaces: ReadonlySet<string> } {
  const named = new Map<string, string>();
  const namespaces = new Set<string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !isPackage(statement, 'type-graphql')) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined) continue;
    if (ts.isNamespaceImport(bindings)) namespaces.add(bindings.name.text);
    else for (const element of bindings.elements) named.set(element.name.text, (element.propertyName ?? element.name).text);
  }
  return { named, namespaces };
}

function decoratorName(callee: ts.Expression, { named, namespaces }: ReturnType<typeof decoratorNames>): string | undefined {
  if (ts.isIdentifier(callee)) return named.get(callee.text);
  const isMember = ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.expression) && namespaces.has(callee.expression.text);
  return isMember ? callee.name.text : undefined;
}

/** `Resolver` may stand for root fields alone, and then has no type to name. */
function lacksThunk(name: string, args: readonly ts.Expression[]): boolean {
  const place = thunkPlace.get(name);
  if (place === undefined || (name === 'Resolver' && args.length === 0)) return false;
  const thunk = args[place];
  return thunk === undefined || !(ts.isArrowFunction(thunk) || ts.isFunctionExpression(thunk));
}

function lintThunks(source: ts.SourceFile, report: Report): void {
  const names = decoratorNames(source);
  const visit = (node: ts.Node): void => {
    if (ts.isDecorator(node)) {
      const call = ts.isCallExpression(node.expression) ? node.expression : undefined;
      const name = decoratorName(call?.expression ?? node.expression, names);
      if (name !== undefined && lacksThunk(name, call?.arguments ?? [])) {
        report(
          node,
          'explicit-thunk',
          `@${name} needs its type as a function, as in @${name}(${name === 'Arg' ? "'name', " : ''}() => Type)`,
        );
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** Decorators of what has a resolver of its own when they stand on a method. */
const resolverDecorators: ReadonlySet<string> = new Set(['Field', 'FieldResolver', 'Query', 'Mutation']);

/** `nullable: 'items'` lets an item be null and not the field. */
function isNullable(options: ts.Expression | undefined): boolean {
  if (options === undefined || !ts.isObjectLiteralExpression(options)) return false;
  return options.properties.some(
    (property) =>
      ts.isPropertyAssignment(property) &&
      property.name.getText() === 'nullable' &&
      (property.initializer.kind === ts.SyntaxKind.TrueKeyword ||
        (ts.isStringLiteral(property.initializer) && property.initializer.text === 'itemsAndList')),
  );
}

/**
 * A method that resolves a field may fail by itself: it asks a legacy system, or refuses an argument. GraphQL carries the null of
 * a failed non-null field up to the next nullable one, so one statement that fails would erase every account.
 */
function lintResolvers(source: ts.SourceFile, report: Report): void {
  const names = decoratorNames(source);
  const visit = (node: ts.Node): void => {
    if (ts.isDecorator(node) && ts.isMethodDeclaration(node.parent) && ts.isCallExpression(node.expression)) {
      const name = decoratorName(node.expression.expression, names);
      if (name !== undefined && resolverDecorators.has(name) && !isNullable(node.expression.arguments[1])) {
        const method = node.parent.name.getText(source);
        report(node, 'nullable-resolver', `${method} may fail by itself, so it needs \`nullable: true\``);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** Biome's noProcessEnv sees `process.env` only; these are the ways round it. */
function lintEnvironment(source: ts.SourceFile, report: Report): void {
  const message = 'the environment is read in environment.ts only, once, at start-up';
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && isPackage(node, 'node:process', 'process')) {
      const bindings = node.importClause?.namedBindings;
      const env =
        bindings !== undefined && ts.isNamedImports(bindings)
          ? bindings.elements.find((element) => (element.propertyName ?? element.name).text === 'env')
          : undefined;
      if (env !== undefined) report(env, 'environment-in-one-place', message);
    }
    if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer !== undefined) {
      const env = node.name.elements.find((element) => (element.propertyName ?? element.name).getText(source) === 'env');
      if (env !== undefined && /^(globalThis\.)?process$/.test(node.initializer.getText(source)))
        report(env, 'environment-in-one-place', message);
    }
    if (
      ts.isElementAccessExpression(node) &&
      node.expression.getText(source) === 'process' &&
      /^['"`]env['"`]$/.test(node.argumentExpression.getText(source))
    ) {
      report(node, 'environment-in-one-place', message);
    }
    if (ts.isPropertyAccessExpression(node) && node.getText(source) === 'globalThis.process.env')
      report(node, 'environment-in-one-place', message);
    ts.forEachChild(node, visit);
  };
  visit(source);
}

export function lintCode(file: string, text: string): CodeFinding[] {
  const findings: CodeFinding[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const report: Report = (node, rule, message) => {
    findings.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, rule, message });
  };
  lintThunks(source, report);
  if (file.startsWith('subgraphs/') && !file.endsWith('.test.ts')) lintResolvers(source, report);
  if (
    !/(^|\/)environment\.ts$|^gateway\/engine\/apollo-reporting\.ts$|^tools\/|^legacy-adapters\/wsdl-compiler\/(main\.ts|wrap\/)|^[^/]+\.config\.ts$/.test(
      file,
    )
  )
    lintEnvironment(source, report);
  return findings;
}

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '../..');
  const files = globSync('**/*.{ts,tsx}', { cwd: root, exclude: ['**/node_modules/**', 'dist/**', '**/generated/**'] });
  const findings = files.flatMap((file) => lintCode(file.split(path.sep).join('/'), readFileSync(path.join(root, file), 'utf8')));
  for (const { file, line, rule, message } of findings) console.error(`${file}:${line} ${rule} ${message}`);
  console.log(`${files.length} files, ${findings.length} findings`);
  process.exitCode = findings.length === 0 && files.length > 0 ? 0 : 1;
}
