import { key, quoted } from '../compiler/identifiers.ts';
import { decorated, graphqlNames, mapped, propertyType, typeImports } from './graph-class-source.ts';
import type { Graph, GraphArgument, GraphField, GraphQuery } from './graph-model.ts';
import type { Service } from './service.ts';

const isField = (result: GraphQuery['result']): result is GraphField => 'property' in result;

/** The resolver of the root queries, one a read operation. */
export function resolverSource(service: Service, { queries }: Graph): string {
  const { pascal, name, camel } = service;
  const given = queries.flatMap((query) => query.arguments);
  const results = queries.map(({ result }) => (isField(result) ? result : { type: result.type, atMost: undefined }));
  const patterns = queries.flatMap((query) =>
    query.arguments.flatMap((argument) =>
      argument.patterns.map((pattern, index) => `const ${patternName(query, argument, index)} = /${pattern}/u;\n`),
    ),
  );
  const checks = [
    ...(patterns.length > 0 ? ['checkPattern'] : []),
    ...(given.some(({ atMost }) => atMost !== undefined) ? ['checkCount'] : []),
  ];
  const decimals = given.some(({ type }) => type.kind === 'scalar' && type.type === 'GraphQLDecimal');
  const argumentsUsed = given.map(({ type, atMost }) => ({ type, atMost: atMost === undefined ? undefined : atMost }));
  return `import { ${[
    given.length > 0 ? 'Arg' : '',
    'Ctx',
    ...graphqlNames([...given, ...results.filter((result) => 'type' in result)]),
    'Query',
    'Resolver',
  ]
    .filter((used) => used !== '')
    .join(', ')} } from 'type-graphql';
${decimals ? "import type { Decimal } from '#platform/decimal.ts';\n" : ''}${checks.length > 0 ? `import { ${checks.join(', ')} } from '#subgraphs/kit/argument.ts';\n` : ''}import { requireScope } from '#subgraphs/kit/context.ts';
${merged(typeImports(results, true), typeImports(argumentsUsed, false))}import type { ${pascal}Context } from './${name}-context.ts';

/** For staff and partners whose token grants it: whoever has it may ask about anybody. */
const scope = '${name}:read';
${patterns.join('')}
@Resolver()
export class ${pascal}Resolver {
${queries.map((query) => querySource(service, query, camel)).join('\n\n')}
}
`;
}

/** A module that two lists name is imported once. */
function merged(...lists: readonly string[]): string {
  const byModule = new Map<string, Set<string>>();
  for (const [, names = '', module = ''] of lists.join('').matchAll(/^import \{ (.+) \} from (.+);$/gm)) {
    const known = byModule.get(module) ?? new Set();
    for (const used of names.split(', ')) known.add(used);
    byModule.set(module, known);
  }
  return [...byModule].map(([module, names]) => `import { ${[...names].join(', ')} } from ${module};\n`).join('');
}

function patternName(query: GraphQuery, argument: GraphArgument, index: number): string {
  return `${query.name}${argument.name.slice(0, 1).toUpperCase()}${argument.name.slice(1)}Pattern${index === 0 ? '' : index + 1}`;
}

function querySource(service: Service, query: GraphQuery, camel: string): string {
  const { name, operation, method, result } = query;
  const parameters = query.arguments.map((argument) => {
    const nullable = argument.nullable ? ', nullable: true' : '';
    const decorator = `@Arg('${argument.name}', () => ${decorated(argument)}, { description: ${quoted(argument.description)}${nullable} })`;
    return `    ${decorator} ${argument.name}: ${argumentType(argument)},`;
  });
  const checks = query.arguments.flatMap((argument) => [
    ...(argument.atMost === undefined ? [] : [`    checkCount('${argument.name}', ${argument.name}, ${argument.atMost});`]),
    ...argument.patterns.map(
      (_, index) => `    checkPattern('${argument.name}', ${argument.name}, ${patternName(query, argument, index)});`,
    ),
  ]);
  const question = `{ ${query.arguments.map((argument) => `${key(argument.property)}: ${argumentValue(argument)}`).join(', ')} }`;
  const one = isField(result) ? result : { ...result, atMost: undefined };
  const list = one.atMost !== undefined;
  const returned = isField(result) ? mapped(result, 'answer') : `to${result.type.name}(answer)`;
  const optional = isField(result) && result.nullable ? ' | null' : '';
  return `  @Query(() => ${decorated(one)}, { nullable: true, description: ${quoted(descriptionOf(service, operation, one.atMost))} })
  async ${name}(
${parameters.join('\n')}
    @Ctx() context: ${service.pascal}Context,
  ): Promise<${propertyType(one.type)}${list ? '[]' : ''}${optional}> {
    requireScope(scope, context);
${checks.join('\n')}
    const answer = await context.${camel}.${method}(${hasQuestion(service, operation) ? `${question}, ` : ''}context);
    return ${returned};
  }`;
}

function hasQuestion(service: Service, operation: string): boolean {
  return service.operations.find(({ name }) => name === operation)?.question !== undefined;
}

function descriptionOf({ title }: Service, operation: string, atMost: number | undefined): string {
  const bound = atMost === undefined ? '' : ` At most ${atMost}.`;
  return `What the ${title} answers to \`${operation}\`; say it in the bank's words.${bound} Null, with an error, while it is unavailable.`;
}

function argumentType({ type, atMost, nullable }: GraphArgument): string {
  const one = type.kind === 'scalar' && type.type === 'GraphQLDecimal' ? 'Decimal' : propertyType(type);
  return `${one}${atMost === undefined ? '' : '[]'}${nullable ? ' | null | undefined' : ''}`;
}

function argumentValue({ name, nullable, nillable }: GraphArgument): string {
  if (!nullable) return name;
  return `${name} ?? ${nillable ? 'null' : 'undefined'}`;
}
