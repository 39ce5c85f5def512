import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, OperationTypeNode, parse, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import { badRequest, type HttpRefusal } from '../http/http-refusal.ts';
import { documentLimits, introspectionLimits, type Limits } from './document-limits.ts';
import { createMeasurer, FragmentCycle, type Measure, rootFieldsOf } from './document-measure.ts';

export interface CheckedDocument {
  /** The names of its operations; `undefined` stands for one without a name. */
  readonly operations: readonly (string | undefined)[];
}

export interface DocumentCheck {
  /** Answers what a document holds, or throws an HttpRefusal (400) that says which limit it is over. Linear in its length. */
  check(query: string): CheckedDocument;
}

const documentsMax = 5_000;
const introspectionFields: ReadonlySet<string> = new Set(['__schema', '__type']);
/** As a response key or a variable, one of these would reach for an object's prototype somewhere down the line. */
const prototypeNames: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

export function createDocumentCheck(): DocumentCheck {
  const checked = new LRUCache<string, CheckedDocument | HttpRefusal>({
    max: documentsMax,
    maxSize: 32 * 1024 * 1024,
    sizeCalculation: (_, query) => query.length + 200,
  });

  return {
    check(query) {
      const kept = checked.get(query) ?? examine(query);
      checked.set(query, kept);
      if (kept instanceof Error) throw kept;
      return kept;
    },
  };
}

function examine(query: string): CheckedDocument | HttpRefusal {
  if (query.length > documentLimits.characters) return badRequest(`The document is longer than ${documentLimits.characters} characters.`);
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: documentLimits.tokens, noLocation: true });
  } catch (error) {
    return error instanceof GraphQLError ? badRequest(error.message, error.locations) : badRequest('The document cannot be read.');
  }
  const operations = operationsOf(document);
  if (operations.length === 0) return badRequest('The document has no operation.');
  if (operations.some(({ operation }) => operation === OperationTypeNode.SUBSCRIPTION))
    return badRequest('There are no subscriptions here.');
  const unknown = unknownFragment(document);
  if (unknown !== undefined) return badRequest(`There is no fragment ${unknown}.`);
  const name = forbiddenName(document);
  if (name !== undefined) return badRequest(`The name ${name} cannot be used here.`);
  try {
    const measure = createMeasurer(document);
    for (const operation of operations) {
      const refusal = overLimit(document, operation, measure(operation));
      if (refusal !== undefined) return refusal;
    }
  } catch (error) {
    if (error instanceof FragmentCycle) return badRequest(`The fragment ${error.message} spreads itself.`);
    throw error;
  }
  return { operations: operations.map((operation) => operation.name?.value) };
}

function overLimit(document: DocumentNode, operation: OperationDefinitionNode, measure: Measure): HttpRefusal | undefined {
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const rootFieldsMax = isMutation ? documentLimits.mutationFields : documentLimits.rootFields;
  const rootFields = rootFieldsOf(document, operation, documentLimits.selections).map(({ name }) => name.value);
  const introspects = rootFields.length > 0 && rootFields.every((field) => introspectionFields.has(field) || field === '__typename');
  const limits: Limits = introspects ? introspectionLimits : documentLimits;
  const over = (what: string, found: number, most: number) =>
    found > most ? badRequest(`The operation has ${found} ${what}; at most ${most} are allowed.`) : undefined;
  return (
    (measure.depth > limits.depth
      ? badRequest(`The operation is ${measure.depth} fields deep; at most ${limits.depth} are allowed.`)
      : undefined) ??
    over(isMutation ? 'fields in a mutation' : 'fields at its root', rootFields.length, rootFieldsMax) ??
    over('aliases', measure.aliases, limits.aliases) ??
    over('directives', measure.directives, limits.directives) ??
    over('fields with its fragments expanded', measure.selections, limits.selections)
  );
}

function operationsOf(document: DocumentNode): OperationDefinitionNode[] {
  return document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
}

function forbiddenName(document: DocumentNode): string | undefined {
  let found: string | undefined;
  const look = (name: string | undefined) => {
    if (name !== undefined && (name.startsWith('__') || prototypeNames.has(name))) found = name;
  };
  visit(document, {
    Field: (node) => look(node.alias?.value),
    Variable: (node) => look(node.name.value),
    FragmentDefinition: (node) => look(node.name.value),
  });
  return found;
}

/** Measuring counts on every fragment to end in fields, so a spread that leads nowhere is refused first. */
function unknownFragment(document: DocumentNode): string | undefined {
  const known = new Set(document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => node.name.value));
  let found: string | undefined;
  visit(document, {
    FragmentSpread: ({ name }) => {
      if (!known.has(name.value)) found = name.value;
    },
  });
  return found;
}
