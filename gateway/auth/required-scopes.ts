import {
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';
import type { Principal } from '#platform/principal/principal.ts';
import { documentLimits } from '../limits/document-limits.ts';
import { rootFieldsOf } from '../limits/document-measure.ts';

const directiveName = 'requiresScopes';
const specification = /^https:\/\/specs\.apollo\.dev\/requiresScopes\//;

export interface RequiredScopes {
  /** The scopes that a field of an object type needs, all of them; none for a field that is for everybody. */
  of(type: string, field: string): readonly string[];
  /** The supergraph without `@requiresScopes`: Apollo's gateway refuses one that has it, since it would not enforce it. */
  readonly sdl: string;
}

/** Reads what the subgraphs say a token must grant (Federation's `@requiresScopes`). */
export function readRequiredScopes(supergraphSdl: string): RequiredScopes {
  const document = parse(supergraphSdl, { noLocation: true });
  const scopes = new Map<string, readonly string[]>();
  visit(document, {
    ObjectTypeDefinition(type) {
      for (const field of type.fields ?? []) {
        const directive = field.directives?.find(({ name }) => name.value === directiveName);
        if (directive !== undefined) scopes.set(`${type.name.value}.${field.name.value}`, scopesIn(directive));
      }
    },
  });
  const stripped = visit(document, {
    Directive: (node) => (node.name.value === directiveName || isLink(node) ? null : undefined),
    DirectiveDefinition: ({ name }) => (name.value === directiveName ? null : undefined),
    ScalarTypeDefinition: ({ name }) => (name.value === `${directiveName}__Scope` ? null : undefined),
  });
  return { of: (type, field) => scopes.get(`${type}.${field}`) ?? [], sdl: print(stripped) };
}

function isLink({ name, arguments: given = [] }: DirectiveNode): boolean {
  return name.value === 'link' && given.some(({ value }) => value.kind === Kind.STRING && specification.test(value.value));
}

function scopesIn(directive: ConstDirectiveNode): string[] {
  const found: string[] = [];
  visit(directive, {
    StringValue: ({ value }) => {
      found.push(value);
    },
  });
  return found;
}

export interface DeniedField {
  /** Its name in the answer. */
  readonly responseKey: string;
  readonly name: string;
  readonly missing: readonly string[];
}

/**
 * The fields at the root of an operation where the token grants none of them, so that the operation is answered before it costs a
 * plan; undefined where there is something to ask. What lies deeper is checked by the subgraph that has it.
 */
export function deniedOperation(
  required: RequiredScopes,
  rootType: string,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  principal: Principal,
): readonly DeniedField[] | undefined {
  const denied: DeniedField[] = [];
  for (const { name, alias, directives = [] } of rootFieldsOf(document, operation, documentLimits.rootFields)) {
    const missing = required.of(rootType, name.value).filter((scope) => !principal.scopes.includes(scope));
    if (missing.length === 0 || directives.length > 0) return undefined;
    denied.push({ responseKey: alias?.value ?? name.value, name: name.value, missing });
  }
  return denied;
}
