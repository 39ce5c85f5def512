import { key } from '../compiler/identifiers.ts';
import type { SampledOperation } from './sampled-operations.ts';
import type { Service, ServiceOperation } from './service.ts';

/** Imports that generated types of messages may need besides their own. */
export function messageImports(types: string): string {
  return [
    /\bwire\./.test(types) ? "import type * as wire from './generated/types.ts';\n" : '',
    /\bDecimal\b/.test(types) ? "import type { Decimal } from '#platform/decimal.ts';\n" : '',
    /\bXmlTree\b/.test(types) ? "import type { XmlTree } from '#legacy-adapters/xml/codec/generated.ts';\n" : '',
  ].join('');
}

/** `port.ts`: one method an operation. `records` are generated types that the subgraph's classes are made from. */
export function portSource(service: Service, operations: readonly ServiceOperation[], records: readonly string[]): string {
  const methods = operations.map(({ name, method, policy, question, answer }) => {
    const parameters = `${question === undefined ? '' : `question: ${question}, `}call: Call`;
    const does = policy === 'read' ? 'taken to read, by its name' : 'taken to change something, since its name does not say that it reads';
    return `  /** \`${name}\`: ${does}. */\n  ${method}(${parameters}): Promise<${answer ?? 'void'}>;`;
  });
  const body = `
/**
 * The ${service.title}, in the words of its WSDL: a start, made by \`npm run wrap\`, which never writes this file again.
 *
 * Make it what the domain needs: rename methods and values (\`findTaxpayers\`, not \`GetTxp\`), let a method take many keys
 * and answer in their order (\`findTaxpayers(taxNumbers, call)\`), take out what nobody asks for, and put records of your own
 * in place of the generated types. \`client.ts\` is where the one becomes the other.
 */
export interface ${service.pascal} {
${methods.join('\n')}
  close(): Promise<void>;
}

/** By this a subgraph asks for it. */
export const ${service.camel}Port = defineNeed<${service.pascal}>('${service.name}');
`;
  const shown =
    records.length === 0
      ? ''
      : `export type { ${records.map((record) => `${record} as ${record}Record`).join(', ')} } from './generated/types.ts';\n`;
  return `import type { Call } from '#legacy-adapters/kit/call.ts';\nimport { defineNeed } from '#platform/composition/need.ts';\n${messageImports(body)}\n${shown}${body}`;
}

export function indexSource(service: Service): string {
  return `export type { Call } from '#legacy-adapters/kit/call.ts';
export * from './port.ts';
export { create${service.pascal}, type ${service.pascal}Options } from './client.ts';
`;
}

/** `samples.testkit.ts`: what the tests ask, and what the simulator answers, as generated code has it. */
export function samplesSource(operations: readonly SampledOperation[]): string {
  const questions = operations.filter(({ asked }) => asked !== undefined);
  const typed = (members: readonly SampledOperation[], typeOf: (each: SampledOperation) => string | undefined) =>
    members.map((each) => `readonly ${key(each.name)}: ${typeOf(each)};`).join(' ');
  const body = `
/** What each operation is asked. */
export const questions: { ${typed(questions, ({ question }) => question)} } = {
${questions.map(({ name, asked }) => `  ${key(name)}: ${asked?.source},`).join('\n')}
};

/** What the simulator answers, as it must come out of the XML. */
export const answers: { ${typed(operations, ({ answer }) => answer)} } = {
${operations.map(({ name, answered }) => `  ${key(name)}: ${answered?.source},`).join('\n')}
};
`;
  const decimal = /\bdecimal\('/.test(body) ? '\nconst decimal = (text: string) => text as Decimal;\n' : '';
  return `${messageImports(decimal + body)}${decimal}${body}`;
}
