import { type DefinitionNode, Kind, parse } from 'graphql';
import { camelCase, pascalCase, unused, wordsOf } from './names.ts';

/** What the generated code imports or has from the language. */
const language = [
  'Arg',
  'Array',
  'Boolean',
  'Ctx',
  'Date',
  'DateTime',
  'Decimal',
  'Error',
  'Field',
  'Float',
  'ID',
  'Int',
  'Mutation',
  'Number',
  'Object',
  'ObjectType',
  'Promise',
  'Query',
  'Refusal',
  'Resolver',
  'String',
  'Subscription',
];
const asking = new Set('get find list query search read lookup fetch retrieve'.split(' '));

/** Names that the graph has not got yet: types of two subgraphs that are called alike would become one. */
export class GraphNames {
  private readonly types: Set<string>;
  private readonly queries: Set<string>;
  private readonly prefix: string;

  constructor(others: readonly string[], prefix: string) {
    const definitions = others.flatMap((sdl) => parse(sdl, { noLocation: true }).definitions);
    this.types = new Set([...language, ...definitions.flatMap(nameOf)]);
    this.queries = new Set(definitions.flatMap((definition) => (nameOf(definition)[0] === 'Query' ? fieldsOf(definition) : [])));
    this.prefix = prefix;
  }

  type(label: string): string {
    const plain = ascii(pascalCase(label)) || 'Record';
    // The graph has rules of its own for what is called so.
    const wanted = /(?:Connection|Edge|Input|Result)$/.test(plain) ? `${plain}Record` : plain;
    return unused(this.types.has(wanted) ? this.prefix + wanted : wanted, this.types);
  }

  /** `GetVehicle` is `vehicle`. */
  query(operation: string): string {
    const [first = '', ...rest] = wordsOf(operation);
    const short = camelCase(asking.has(first.toLowerCase()) && rest.length > 0 ? rest.join(' ') : operation);
    const wanted = ascii(short) || 'read';
    return unused(this.queries.has(wanted) ? `${camelCase(this.prefix)}${pascalCase(wanted)}` : wanted, this.queries);
  }
}

/** A field's or an argument's name; `undefined` where nothing of the name is Latin. */
export function fieldName(property: string, taken: Set<string>): string | undefined {
  const name = ascii(camelCase(property));
  return name === '' ? undefined : unused(name.slice(0, 1).toLowerCase() + name.slice(1), taken);
}

function ascii(name: string): string {
  return name.replace(/[^A-Za-z\d]/g, '').replace(/^\d+/, '');
}

function nameOf(definition: DefinitionNode): string[] {
  return 'name' in definition && definition.name !== undefined ? [definition.name.value] : [];
}

function fieldsOf(definition: DefinitionNode): string[] {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION
    ? (definition.fields ?? []).map(({ name }) => name.value)
    : [];
}
