import {
  type DefinitionNode,
  type DirectiveNode,
  type EnumTypeDefinitionNode,
  type EnumTypeExtensionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputObjectTypeExtensionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type NameNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  Source,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';

export type TypeDeclaration = TypeDefinitionNode | TypeExtensionNode;
export type FieldsDeclaration =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode;
type InputDeclaration = InputObjectTypeDefinitionNode | InputObjectTypeExtensionNode;
type EnumDeclaration = EnumTypeDefinitionNode | EnumTypeExtensionNode;

export const rootTypes: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

export interface SchemaFile {
  /** As it is shown in findings, with forward slashes: `schema/subgraphs/cards.graphql`. */
  readonly path: string;
  readonly text: string;
}

/** The SDL of one file: its own types, without what the federation specification adds. */
export interface Sdl {
  readonly path: string;
  /** The subgraph whose SDL it is, or `undefined` for the API. */
  readonly subgraph: string | undefined;
  readonly types: readonly TypeDeclaration[];
}

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

export type Report = (at: NameNode, message: string) => void;

function isOwn(node: DefinitionNode): node is TypeDeclaration {
  return (isTypeDefinitionNode(node) || isTypeExtensionNode(node)) && !node.name.value.startsWith('_') && !node.name.value.includes('__');
}

export function parseSdl({ path, text }: SchemaFile): Sdl {
  const document = parse(new Source(text, path));
  return { path, subgraph: /subgraphs\/([^/]+)\.graphql$/.exec(path)?.[1], types: document.definitions.filter(isOwn) };
}

export function hasFields(type: TypeDeclaration): type is FieldsDeclaration {
  return (
    type.kind === Kind.OBJECT_TYPE_DEFINITION ||
    type.kind === Kind.OBJECT_TYPE_EXTENSION ||
    type.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    type.kind === Kind.INTERFACE_TYPE_EXTENSION
  );
}

export function isInput(type: TypeDeclaration): type is InputDeclaration {
  return type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || type.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION;
}

export function isEnum(type: TypeDeclaration): type is EnumDeclaration {
  return type.kind === Kind.ENUM_TYPE_DEFINITION || type.kind === Kind.ENUM_TYPE_EXTENSION;
}

/** All declarations of one type, since a subgraph may extend what it has defined. */
export function declarationsOf(sdl: Sdl, name: string): TypeDeclaration[] {
  return sdl.types.filter((type) => type.name.value === name);
}

export function fieldsOf(sdl: Sdl, typeName: string): FieldDefinitionNode[] {
  return declarationsOf(sdl, typeName).flatMap((type) => (hasFields(type) ? [...(type.fields ?? [])] : []));
}

export function typeText(type: TypeNode): string {
  if (type.kind === Kind.NON_NULL_TYPE) return `${typeText(type.type)}!`;
  return type.kind === Kind.LIST_TYPE ? `[${typeText(type.type)}]` : type.name.value;
}

export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

export function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

export function isNullable(type: TypeNode): boolean {
  return type.kind !== Kind.NON_NULL_TYPE;
}

/** The argument of each use of a directive: `argumentsOf(type, 'key', 'fields')`. */
export function argumentsOf(
  node: { readonly directives?: readonly DirectiveNode[] | undefined },
  directive: string,
  argument: string,
): unknown[] {
  const uses = node.directives?.filter((use) => use.name.value === directive) ?? [];
  return uses.map((use) => {
    const value = use.arguments?.find((given) => given.name.value === argument)?.value;
    return value === undefined ? undefined : valueFromASTUntyped(value);
  });
}
