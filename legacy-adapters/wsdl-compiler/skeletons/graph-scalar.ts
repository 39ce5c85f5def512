import type { Model, SimpleType } from '../schema/model.ts';
import { derivationOf } from './facets.ts';

/** A simple type in GraphQL. */
export interface GraphScalar {
  readonly kind: 'scalar';
  /** As decorators name it. */
  readonly type: 'String' | 'Int' | 'Boolean' | 'ID' | 'GraphQLDecimal' | 'GraphQLCivilDate' | 'GraphQLInstant';
  /** In TypeScript. */
  readonly property: 'string' | 'number' | 'boolean';
}

const small = new Set(['int', 'short', 'byte', 'unsignedShort', 'unsignedByte']);
/** JavaScript numbers that GraphQL's Int cannot hold, or that are not exact. */
const numbers = new Set(['unsignedInt', 'float', 'double']);
const text: GraphScalar = { kind: 'scalar', type: 'String', property: 'string' };

/** What a simple type of the schema is in the graph; a sentence where it cannot be said. */
export function scalarOf(type: SimpleType, model: Model): GraphScalar | string {
  const { bottom } = derivationOf(type, model);
  if (bottom.kind === 'list') return 'a list within one value';
  if (bottom.kind === 'union') return 'a union of simple types';
  const { name } = bottom;
  if (small.has(name)) return { kind: 'scalar', type: 'Int', property: 'number' };
  if (numbers.has(name)) return `xs:${name}, which is no exact number in GraphQL`;
  if (name === 'boolean') return { kind: 'scalar', type: 'Boolean', property: 'boolean' };
  if (name === 'decimal') return { kind: 'scalar', type: 'GraphQLDecimal', property: 'string' };
  if (name === 'date') return { kind: 'scalar', type: 'GraphQLCivilDate', property: 'string' };
  if (name === 'dateTime') return { kind: 'scalar', type: 'GraphQLInstant', property: 'string' };
  if (name === 'base64Binary' || name === 'hexBinary') return 'bytes';
  return /S$/.test(name) && name !== 'ENTITY' && ['NMTOKENS', 'IDREFS', 'ENTITIES'].includes(name) ? 'a list within one value' : text;
}
