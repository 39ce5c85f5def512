import {
  type ConstDirectiveNode,
  type DocumentNode,
  defaultFieldResolver,
  type FieldDefinitionNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  visit,
} from 'graphql';
import { Directive } from 'type-graphql';
import { type RequestContext, requireScope } from './context.ts';

const directiveName = 'requiresScopes';

/**
 * What a token must grant for a field, by Federation's `@requiresScopes` (version 2.5): the one place that says so. On a class it
 * stands for every field but those of its key. The subgraph checks it where the field is resolved, however it was reached; the
 * gateway before it plans; and the field's description tells it.
 */
export function RequiresScope(scope: string): ClassDecorator & MethodDecorator & PropertyDecorator {
  return Directive(`@${directiveName}(scopes: [["${scope}"]])`);
}

/** Puts what stands on a type on its fields, and each field's scope into its description. */
export function spreadScopes(document: DocumentNode): DocumentNode {
  const spread = visit(document, { ObjectTypeDefinition: { leave: spreadType } });
  const objects = spread.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  return visit(spread, { InterfaceTypeDefinition: { leave: (node) => describeInterface(node, objects) } });
}

function spreadType(type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  const ofType = type.directives?.find(({ name }) => name.value === directiveName);
  const keys = keyFieldsOf(type);
  const fields = type.fields?.map((field) => {
    const own = scopeDirectiveOf(field) ?? (keys.has(field.name.value) ? undefined : ofType);
    if (own === undefined) return field;
    const directives = [...(field.directives ?? []).filter((directive) => directive.name.value !== directiveName), own];
    return describe({ ...field, directives }, scopesIn(own));
  });
  const directives = type.directives?.filter((directive) => directive !== ofType);
  return { ...type, ...(directives && { directives }), ...(fields && { fields }) };
}

/** Composition takes the directive on no interface; what its implementations need is told there all the same. */
function describeInterface(type: InterfaceTypeDefinitionNode, objects: readonly ObjectTypeDefinitionNode[]): InterfaceTypeDefinitionNode {
  const implementations = objects.filter(({ interfaces }) => interfaces?.some(({ name }) => name.value === type.name.value));
  const fields = type.fields?.map((field) => {
    const scopes = implementations.flatMap((object) => {
      const own = object.fields?.find(({ name }) => name.value === field.name.value);
      const directive = own === undefined ? undefined : scopeDirectiveOf(own);
      return directive === undefined ? [] : scopesIn(directive);
    });
    return describe(field, [...new Set(scopes)]);
  });
  return { ...type, ...(fields && { fields }) };
}

function describe(field: FieldDefinitionNode, scopes: readonly string[]): FieldDefinitionNode {
  if (scopes.length === 0 || field.description === undefined) return field;
  const needs = `Needs the scope ${scopes.map((scope) => `\`${scope}\``).join(' and ')}.`;
  return { ...field, description: { ...field.description, value: `${field.description.value} ${needs}` } };
}

/** Makes every field with `@requiresScopes` refuse a token without its scope before anything is resolved. */
export function enforceScopes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const directive = field.astNode ? scopeDirectiveOf(field.astNode) : undefined;
      if (directive !== undefined) field.resolve = guarded(scopesIn(directive), field.resolve ?? defaultFieldResolver);
    }
  }
  return schema;
}

function guarded(scopes: readonly string[], resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    for (const scope of scopes) requireScope(scope, context as RequestContext);
    return resolve(source, args, context, info);
  };
}

function scopeDirectiveOf({ directives }: FieldDefinitionNode): ConstDirectiveNode | undefined {
  return directives?.find(({ name }) => name.value === directiveName);
}

/** `[["a", "b"]]`: both are needed. Of alternatives, which the graph does not use, all would be. */
function scopesIn(directive: ConstDirectiveNode): string[] {
  const scopes: string[] = [];
  visit(directive, {
    StringValue: ({ value }) => {
      scopes.push(value);
    },
  });
  return scopes;
}

function keyFieldsOf({ directives = [] }: ObjectTypeDefinitionNode): ReadonlySet<string> {
  const keys = directives.filter(({ name }) => name.value === 'key').flatMap(({ arguments: given = [] }) => given);
  const sets = keys.flatMap(({ value }) => (value.kind === Kind.STRING ? [value.value] : []));
  const names = sets.flatMap((set) => {
    const [operation] = parse(`{ ${set} }`).definitions;
    const selections = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
    return selections.flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : []));
  });
  return new Set(names);
}
