import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  type OperationDefinitionNode,
  TypeMetaFieldDef,
} from 'graphql';
import { documentLimits } from './document-limits.ts';
import { rootFieldsOf } from './document-measure.ts';

/**
 * Whether an operation reads what the schema is made of. That there is no type of some name is no secret, since a fragment on
 * it is refused in so many words; so `__type` of a name that is not there reads nothing.
 */
export function readsSchema(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  return rootFieldsOf(document, operation, documentLimits.rootFields).some((field) => {
    if (field.name.value === '__schema') return true;
    return field.name.value === '__type' && schema.getType(typeAskedFor(schema, field, operation, variables)) !== undefined;
  });
}

function typeAskedFor(
  schema: GraphQLSchema,
  field: FieldNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return String(getArgumentValues(TypeMetaFieldDef, field, coerced).name);
}
