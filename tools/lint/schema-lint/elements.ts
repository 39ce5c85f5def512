import {
  type DirectiveNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeExtensionNode,
  type NameNode,
  type StringValueNode,
  type TypeNode,
} from 'graphql';
import {
  argumentsOf,
  hasFields,
  isEnum,
  isInput,
  isList,
  namedType,
  type Report,
  rootTypes,
  type Sdl,
  type TypeDeclaration,
  typeText,
} from './sdl.ts';

/** Anything in a schema that has a name of its own. */
interface Element {
  /** As in an error message: `Account.operations(first:)`. */
  readonly title: string;
  readonly kind: 'type' | 'field' | 'argument' | 'input field' | 'enum value';
  readonly name: NameNode;
  readonly description: StringValueNode | undefined;
  readonly directives: readonly DirectiveNode[] | undefined;
  readonly type: TypeNode | undefined;
  readonly declaration: TypeDeclaration;
}

const describedElsewhere = (element: Element) =>
  element.kind === 'type' && (isTypeExtensionNode(element.declaration) || rootTypes.has(element.name.value));

function element(
  title: string,
  kind: Element['kind'],
  node: FieldDefinitionNode | InputValueDefinitionNode,
  declaration: TypeDeclaration,
): Element {
  return { title, kind, name: node.name, description: node.description, directives: node.directives, type: node.type, declaration };
}

function elementsOf(declaration: TypeDeclaration): Element[] {
  const typeName = declaration.name.value;
  const description = isTypeExtensionNode(declaration) ? undefined : declaration.description;
  const found: Element[] = [
    {
      title: typeName,
      kind: 'type',
      name: declaration.name,
      description,
      directives: declaration.directives,
      type: undefined,
      declaration,
    },
  ];
  if (hasFields(declaration)) {
    for (const field of declaration.fields ?? []) {
      const title = `${typeName}.${field.name.value}`;
      found.push(element(title, 'field', field, declaration));
      for (const argument of field.arguments ?? [])
        found.push(element(`${title}(${argument.name.value}:)`, 'argument', argument, declaration));
    }
  }
  if (isInput(declaration))
    for (const field of declaration.fields ?? []) found.push(element(`${typeName}.${field.name.value}`, 'input field', field, declaration));
  if (isEnum(declaration)) {
    for (const value of declaration.values ?? []) {
      found.push({
        title: `${typeName}.${value.name.value}`,
        kind: 'enum value',
        name: value.name,
        description: value.description,
        directives: value.directives,
        type: undefined,
        declaration,
      });
    }
  }
  return found;
}

const moneyWords = /(^|[a-z])(amount|balance|price|fee|cost|debt|overdraft|turnover)s?([A-Z0-9]|$)/i;
const inexactTypes: ReadonlySet<string> = new Set(['Float', 'Int', 'String', 'ID', 'Boolean']);
const casing: Record<Element['kind'], { pattern: RegExp; called: string }> = {
  type: { pattern: /^[A-Z][A-Za-z0-9]*$/, called: 'PascalCase' },
  field: { pattern: /^[a-z][A-Za-z0-9]*$/, called: 'camelCase' },
  argument: { pattern: /^[a-z][A-Za-z0-9]*$/, called: 'camelCase' },
  'input field': { pattern: /^[a-z][A-Za-z0-9]*$/, called: 'camelCase' },
  'enum value': { pattern: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, called: 'SCREAMING_CASE' },
};

type ElementRule = (element: Element, report: Report) => void;

const described: ElementRule = ({ name, description, ...element }, report) => {
  if ((description?.value.trim() ?? '') === '' && !describedElsewhere({ name, description, ...element }))
    report(name, `the ${element.kind} ${element.title} has no description`);
};

const named: ElementRule = ({ name, kind, title }, report) => {
  if (!casing[kind].pattern.test(name.value)) report(name, `the ${kind} ${title} is not in ${casing[kind].called}`);
};

const exactMoney: ElementRule = ({ name, title, type }, report) => {
  if (type === undefined) return;
  const of = namedType(type);
  if (of === 'Float') report(name, `${title} is a Float; numbers with a fraction are Decimal`);
  else if (moneyWords.test(name.value) && inexactTypes.has(of))
    report(name, `${title} is ${typeText(type)}; money is Money, or Decimal where its currency is known`);
};

const opaqueIds: ElementRule = ({ name, title, type }, report) => {
  if (type === undefined) return;
  if (name.value === 'id' && typeText(type) !== 'ID!') report(name, `${title} is ${typeText(type)}; an id is ID!`);
  else if (/[a-z0-9]Ids?$/.test(name.value) && namedType(type) !== 'ID') report(name, `${title} is ${typeText(type)}; an id is ID`);
};

const boundedLists: ElementRule = ({ name, title, type, description, declaration }, report) => {
  if (type === undefined || !isList(type)) return;
  const isPage = name.value === 'edges' && declaration.name.value.endsWith('Connection');
  if (!isPage && !/\bAt most [1-9][\d,]*\b/.test(description?.value ?? '')) {
    report(name, `${title} is a list without a bound; make it a connection, or say "At most N" in its description and check it`);
  }
};

const guidedDeprecations: ElementRule = ({ name, title, directives }, report) => {
  for (const reason of argumentsOf({ directives }, 'deprecated', 'reason')) {
    const says = (pattern: RegExp) => typeof reason === 'string' && pattern.test(reason);
    if (!says(/\buse\b/i) || !says(/\buntil \d{4}-\d{2}-\d{2}\b/i))
      report(name, `${title} is deprecated without saying what to use and until when, as in "Use \`x\`. Kept until 2027-01-31."`);
  }
};

const rules: Readonly<Record<string, ElementRule>> = {
  described: described,
  named: named,
  'exact-money': exactMoney,
  'opaque-ids': opaqueIds,
  'bounded-lists': boundedLists,
  'guided-deprecations': guidedDeprecations,
};

/** The rules that hold for every type, field, argument and value by itself. */
export const elementRules: Readonly<Record<string, (sdl: Sdl, report: Report) => void>> = Object.fromEntries(
  Object.entries(rules).map(([name, rule]) => [
    name,
    (sdl: Sdl, report: Report) => {
      for (const each of sdl.types.flatMap(elementsOf)) rule(each, report);
    },
  ]),
);
