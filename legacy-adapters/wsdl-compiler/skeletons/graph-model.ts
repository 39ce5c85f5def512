import type { GraphScalar } from './graph-scalar.ts';

/** An enumeration of the schema, in the graph under names that GraphQL has. */
export interface GraphEnum {
  readonly kind: 'enum';
  readonly name: string;
  readonly file: string;
  readonly description: string;
  readonly values: readonly { readonly name: string; readonly wire: string; readonly description: string }[];
}

export type GraphType = GraphScalar | GraphEnum | GraphClass;

export interface GraphField {
  readonly name: string;
  /** In the generated type. */
  readonly property: string;
  readonly type: GraphType;
  readonly nullable: boolean;
  /** Absent for what is no list. */
  readonly atMost: number | undefined;
  readonly description: string;
}

/** One class of the subgraph, made from one complex type. */
export interface GraphClass {
  readonly kind: 'class';
  readonly name: string;
  readonly file: string;
  /** The generated type. */
  readonly record: string;
  readonly description: string;
  readonly fields: readonly GraphField[];
  readonly leftOut: readonly string[];
}

export interface GraphArgument extends GraphField {
  /** What a text must match. */
  readonly patterns: readonly string[];
  readonly nillable: boolean;
}

export interface GraphQuery {
  readonly name: string;
  readonly operation: string;
  readonly method: string;
  readonly arguments: readonly GraphArgument[];
  /** The property of the answer that it gives; the whole answer where it is absent. */
  readonly result: GraphField | { readonly type: GraphClass };
}

export interface Graph {
  readonly classes: readonly GraphClass[];
  readonly enums: readonly GraphEnum[];
  readonly queries: readonly GraphQuery[];
  /** Read operations without a query, and why. */
  readonly leftOut: readonly string[];
}

/** Rules of the graph's names, as `npm run check` holds them. */
const moneyWords = /(^|[a-z])(amount|balance|price|fee|cost|debt|overdraft|turnover)s?([A-Z0-9]|$)/i;

/** The scalar that a field of this name may have; a sentence where the name promises something else. */
export function scalarNamed(scalar: GraphScalar, name: string, nullable: boolean): GraphScalar | string {
  if (moneyWords.test(name) && ['String', 'Int', 'Boolean'].includes(scalar.type))
    return `called as money is, and a ${scalar.type}: say what it is`;
  if (name === 'id' && nullable) return 'an id that may be absent';
  if (!/(?:^i|[a-z0-9]I)ds?$/.test(name)) return scalar;
  return scalar.property === 'string' && scalar.type === 'String' ? { ...scalar, type: 'ID' } : `called as an id is, and a ${scalar.type}`;
}
