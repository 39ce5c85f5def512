import { isQuick } from '#legacy-adapters/xml/pattern/backtracking.ts';
import { translatePattern } from '#legacy-adapters/xml/pattern/syntax.ts';
import type { Plan } from '../compiler/plan.ts';
import type { SimpleType } from '../schema/model.ts';
import { Documentation } from './documentation.ts';
import { derivationOf } from './facets.ts';
import { GraphClasses } from './graph-classes.ts';
import { GraphEnums } from './graph-enums.ts';
import type { Graph, GraphArgument, GraphQuery } from './graph-model.ts';
import { GraphNames } from './graph-names.ts';
import { GraphWords } from './graph-words.ts';
import type { Service, ServiceOperation } from './service.ts';

/** The classes and root queries of a service's read operations. `others` are the subgraphs that there are. */
export function graphOf(plan: Plan, service: Service, operations: readonly ServiceOperation[], others: readonly string[]): Graph {
  const documentation = new Documentation();
  const names = new GraphNames(others, service.pascal);
  const enums = new GraphEnums(plan, service, names, documentation);
  const classes = new GraphClasses(plan, names, enums, new GraphWords(plan, service, documentation));
  const queries: GraphQuery[] = [];
  const leftOut: string[] = [];
  for (const operation of operations.filter(({ policy }) => policy === 'read')) {
    const result = resultOf(plan, classes, operation);
    const given = typeof result === 'string' ? result : argumentsOf(plan, classes, operation);
    if (typeof result === 'string') leftOut.push(`${operation.name}: ${result}`);
    else if (typeof given === 'string') leftOut.push(`${operation.name}: ${given}`);
    else queries.push({ name: names.query(operation.name), operation: operation.name, method: operation.method, arguments: given, result });
  }
  return { classes: classes.all, enums: enums.all, queries, leftOut };
}

/** The one thing that an answer holds, or the answer. */
function resultOf(plan: Plan, classes: GraphClasses, { operation }: ServiceOperation): GraphQuery['result'] | string {
  const body = operation.output?.body;
  if (body === undefined) return 'it has no answer';
  if (body.type.kind !== 'complex') return 'its answer is no element of elements';
  const { fields, attributes, concrete } = plan.planned(body.type.key);
  const [only] = fields;
  if (only !== undefined && fields.length === 1 && attributes.length === 0 && concrete.length === 0) {
    const field = classes.field(only, new Set());
    return typeof field === 'string' ? `\`${only.property}\` of its answer: ${field}` : field;
  }
  const type = classes.of(body.type.key);
  return typeof type === 'string' ? `its answer: ${type}` : { type };
}

function argumentsOf(plan: Plan, classes: GraphClasses, { operation }: ServiceOperation): readonly GraphArgument[] | string {
  const { body } = operation.input;
  if (body === undefined) return [];
  if (body.type.kind !== 'complex') return 'what it asks for is no element of elements';
  const { fields, attributes, tagged } = plan.planned(body.type.key);
  const isPlain = !tagged && attributes.every(({ use }) => !use.required) && plan.planned(body.type.key).type.content.kind === 'elements';
  if (!isPlain) return 'what it asks for is more than plain values';
  const found: GraphArgument[] = [];
  const taken = new Set(['context']);
  for (const field of fields) {
    if (field.kind !== 'element' || field.element.type.kind !== 'simple')
      return `it asks for \`${field.property}\`, which is no plain value`;
    const made = classes.field(field, taken);
    if (typeof made === 'string') return `it asks for \`${field.property}\`: ${made}`;
    found.push({ ...made, nillable: field.element.nillable, patterns: patternsOf(plan, field.element.type.type) });
  }
  return found;
}

/** What generated code would refuse to write, so that a caller is told, and not us. */
function patternsOf(plan: Plan, type: SimpleType): string[] {
  const { bottom, facets } = derivationOf(type, plan.model);
  if (bottom.kind !== 'builtin' || plan.simple.type(bottom, '') !== 'string' || facets.some(({ enumeration }) => enumeration !== undefined))
    return [];
  return facets.flatMap(({ patterns = [], length, minLength, maxLength }) => {
    // A resolver runs them on what a client sends: those that could keep it busy are left to generated code, whose automata can't be.
    const translated = patterns.filter((any) => any.every(isQuick)).map((any) => any.map(translatePattern));
    const lengths = length ?? (minLength === undefined && maxLength === undefined ? undefined : `${minLength ?? 0},${maxLength ?? ''}`);
    return [
      ...translated.filter((any) => !any.includes(undefined)).map((any) => any.join('|')),
      ...(lengths === undefined ? [] : [`^[\\s\\S]{${lengths}}$`]),
    ];
  });
}
