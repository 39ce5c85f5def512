import { commented, key, member, quoted } from '../compiler/identifiers.ts';
import type { GraphClass, GraphEnum, GraphField, GraphType } from './graph-model.ts';
import type { Service } from './service.ts';

/** The type as a decorator has it, in brackets for a list. */
export function decorated({ type, atMost }: Pick<GraphField, 'type' | 'atMost'>): string {
  const name = type.kind === 'scalar' ? type.type : type.name;
  return atMost === undefined ? name : `[${name}]`;
}

export function propertyType(type: GraphType): string {
  return type.kind === 'scalar' ? type.property : type.name;
}

/** Modules that a file needs for the types of its fields. `mapped` adds the functions that make classes of records. */
export function typeImports(fields: readonly Pick<GraphField, 'type' | 'atMost'>[], mapped: boolean, self?: string): string {
  const scalars = new Set(fields.flatMap(({ type }) => (type.kind === 'scalar' && type.type.startsWith('GraphQL') ? [type.type] : [])));
  const named = new Map(fields.flatMap(({ type }) => (type.kind === 'scalar' || type.name === self ? [] : [[type.name, type] as const])));
  const own = [...named.values()].map((type) => {
    const names = type.kind === 'class' && mapped ? `${type.name}, to${type.name}` : type.name;
    return `import { ${names} } from './${type.file}.ts';\n`;
  });
  return [
    scalars.size === 0 ? '' : `import { ${[...scalars].join(', ')} } from '#subgraphs/kit/scalars.ts';\n`,
    mapped && fields.some(({ atMost }) => atMost !== undefined) ? "import { atMost } from '#subgraphs/kit/at-most.ts';\n" : '',
    ...own,
  ].join('');
}

export function graphqlNames(fields: readonly Pick<GraphField, 'type'>[]): string[] {
  const used = new Set(fields.map(({ type }) => (type.kind === 'scalar' ? type.type : '')));
  return ['ID', 'Int'].filter((name) => used.has(name as 'ID' | 'Int'));
}

/** What makes a value of the graph of one of the record. */
export function mapped(field: GraphField, record: string, optional = field.nullable): string {
  const value = member(record, field.property);
  const { type, atMost } = field;
  if (type.kind === 'class') {
    if (atMost !== undefined) return `atMost(${atMost}, ${value}).map(to${type.name})`;
    return optional ? `${value} ? to${type.name}(${value}) : null` : `to${type.name}(${value})`;
  }
  if (atMost !== undefined) return `atMost(${atMost}, ${value})`;
  return optional ? `${value} ?? null` : value;
}

export function classSource(service: Service, { name, record, description, fields, leftOut }: GraphClass): string {
  const members = fields.map((field) => {
    const nullable = field.nullable ? 'nullable: true, ' : '';
    const type = `${propertyType(field.type)}${field.atMost === undefined ? '' : '[]'}${field.nullable ? ' | null' : ''}`;
    return `  @Field(() => ${decorated(field)}, { ${nullable}description: ${quoted(field.description)} })\n  ${field.name}!: ${type};`;
  });
  const missing = leftOut.length === 0 ? '' : `\n  // Left out:\n${leftOut.map((text) => `  // - ${commented(text)}`).join('\n')}\n`;
  return `import { ${['Field', ...graphqlNames(fields), 'ObjectType'].join(', ')} } from 'type-graphql';
import type { ${record}Record } from '#legacy-adapters/${service.name}/index.ts';
${typeImports(fields, true, name)}
@ObjectType({ description: ${quoted(description)} })
export class ${name} {
${members.join('\n\n')}
${missing}}

export function to${name}(record: ${record}Record): ${name} {
  return {
${fields.map((field) => `    ${field.name}: ${mapped(field, 'record')},`).join('\n')}
  };
}
`;
}

export function enumSource({ name, description, values }: GraphEnum): string {
  return `import { registerEnumType } from 'type-graphql';

export const ${name} = { ${values.map((value) => `${key(value.name)}: ${quoted(value.wire)}`).join(', ')} } as const;
export type ${name} = (typeof ${name})[keyof typeof ${name}];

registerEnumType(${name}, {
  name: '${name}',
  description: ${quoted(description)},
  valuesConfig: {
${values.map((value) => `    ${key(value.name)}: { description: ${quoted(value.description)} },`).join('\n')}
  },
});
`;
}
