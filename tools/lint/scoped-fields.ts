import { buildASTSchema, type GraphQLField, type GraphQLNamedType, getNamedType, isAbstractType, isObjectType, parse } from 'graphql';

/**
 * The fields with a value of a subgraph's schema that can be reached from a root or from an entity without passing a field with
 * `@requiresScopes`, as `Type.field`. A field below a mutation needs a scope of its own: one that may change may not yet read.
 */
export function unscopedFields(sdl: string): string[] {
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  const reached = new Set<GraphQLNamedType>();
  const found: string[] = [];

  function walk(type: GraphQLNamedType): void {
    if (reached.has(type)) return;
    reached.add(type);
    if (isAbstractType(type)) for (const possible of schema.getPossibleTypes(type)) walk(possible);
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      if (isScoped(field) && type !== schema.getMutationType()) continue;
      const inner = getNamedType(field.type);
      if (isObjectType(inner) || isAbstractType(inner)) walk(inner);
      else found.push(`${type.name}.${field.name}`);
    }
  }

  const isEntity = (type: GraphQLNamedType) => type.astNode?.directives?.some(({ name }) => name.value === 'key') === true;
  const roots = [schema.getQueryType(), schema.getMutationType(), ...Object.values(schema.getTypeMap()).filter(isEntity)];
  for (const type of roots) if (type) walk(type);
  const refusals = schema.getType('Refusal');
  const saysNo = isAbstractType(refusals) ? schema.getPossibleTypes(refusals).map(({ name }) => name) : [];
  return found.filter((name) => !name.startsWith('_') && !saysNo.some((type) => name.startsWith(`${type}.`)));
}

function isScoped({ astNode }: GraphQLField<unknown, unknown>): boolean {
  return astNode?.directives?.some(({ name }) => name.value === 'requiresScopes') === true;
}
