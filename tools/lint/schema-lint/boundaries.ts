import { isTypeExtensionNode } from 'graphql';
import {
  argumentsOf,
  declarationsOf,
  type FieldsDeclaration,
  hasFields,
  isNullable,
  namedType,
  type Report,
  type Sdl,
  typeText,
} from './sdl.ts';

/** Which subgraph owns an entity that several know. */
export type EntityOwners = Readonly<Record<string, string>>;

const keysOf = (type: FieldsDeclaration) => argumentsOf(type, 'key', 'fields').filter((key) => typeof key === 'string');

function isForeign(sdl: Sdl, typeName: string, owners: EntityOwners): boolean {
  const declarations = declarationsOf(sdl, typeName).filter(hasFields);
  if (!declarations.some((type) => keysOf(type).length > 0)) return false;
  const owner = owners[typeName];
  if (owner !== undefined) return owner !== sdl.subgraph;
  return declarations.every((type) => isTypeExtensionNode(type) || argumentsOf(type, 'key', 'resolvable').includes(false));
}

/**
 * A field that another subgraph fills is nullable: what a subgraph adds to an entity of another one, and what leads from a
 * subgraph to such an entity. So one subgraph that is unavailable costs its own fields only.
 */
export function nullableBoundaries(sdl: Sdl, report: Report, owners: EntityOwners): void {
  if (sdl.subgraph === undefined) return;
  for (const type of sdl.types.filter(hasFields)) {
    const name = type.name.value;
    const keyFields = new Set(keysOf(type).flatMap((key) => key.match(/\w+/g) ?? []));
    const foreign = isForeign(sdl, name, owners);
    for (const field of type.fields ?? []) {
      const isGiven = keyFields.has(field.name.value) || argumentsOf(field, 'external', '').length > 0;
      if (isGiven || isNullable(field.type)) continue;
      const title = `${name}.${field.name.value}: ${typeText(field.type)}`;
      const target = namedType(field.type);
      if (foreign) report(field.name, `${title} is added to another subgraph's entity, so it is nullable`);
      else if (isForeign(sdl, target, owners)) report(field.name, `${title} leads to another subgraph's entity, so it is nullable`);
    }
  }
}

/** Without a known owner nobody could say which side of the boundary a field is on. */
export function ownedEntities(all: readonly Sdl[], owners: EntityOwners, report: (sdl: Sdl) => Report): void {
  const seen = new Map<string, Sdl>();
  for (const sdl of all.filter((each) => each.subgraph !== undefined)) {
    const entities = new Set(sdl.types.filter((type) => hasFields(type) && keysOf(type).length > 0).map((type) => type.name.value));
    for (const name of entities) {
      const first = seen.get(name);
      const at = declarationsOf(sdl, name)[0]?.name;
      if (first !== undefined && owners[name] === undefined && at !== undefined) {
        report(sdl)(at, `${name} is an entity of ${first.subgraph} and ${sdl.subgraph}; say in tools/lint/schema-lint.ts who owns it`);
      }
      seen.set(name, first ?? sdl);
    }
  }
}
