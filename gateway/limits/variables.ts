import { type ASTNode, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';

const reasonLengthMax = 200;
/** What graphql-js says of a value, without the value. */
const reasons = [
  /; (Field "\w+" (?:is not defined by type "\w+"|of required type "[\w![\]]+" was not provided))/,
  /; (Expected (?:non-nullable )?type "[\w![\]]+")/,
  /; ((?:Int|Float|String|Boolean|ID) cannot represent)/,
  /(does not exist in "\w+" enum)/,
];

export interface VariablesFault {
  readonly message: string;
  /** The definition of the variable, which says where it is. */
  readonly nodes: readonly ASTNode[];
}

/**
 * What is wrong with an operation's variables, in a sentence. The gateway would look for every fault and print the whole
 * value with each, which is quadratic in what was sent; this stops at the first, and neither echoes a value nor guesses names.
 */
export function variablesFault(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): VariablesFault | undefined {
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  const [error] = errors ?? [];
  return error === undefined ? undefined : { message: inOwnWords(error.message), nodes: error.nodes ?? [] };
}

function inOwnWords(message: string): string {
  const [, name = '', rest = ''] = /^Variable "\$(\w+)" ([\s\S]*)$/.exec(message) ?? [];
  if (name === '') return 'The variables do not fit the operation.';
  if (!rest.startsWith('got invalid value')) return `Variable $${name} ${rest}`.slice(0, reasonLengthMax);
  const place = / at "([\w.[\]]+)"; /.exec(rest)?.[1] ?? name;
  const reason = reasons.map((known) => known.exec(rest)?.[1]).find((found) => found !== undefined);
  const words = reason === undefined ? '' : `: ${reason}${reason.endsWith('cannot represent') ? ' what was sent' : ''}`;
  return `Variable $${name} does not fit at ${place}${words}.`.slice(0, reasonLengthMax);
}
