import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large an operation is once its fragments are expanded. */
export interface Measure {
  readonly depth: number;
  readonly selections: number;
  readonly aliases: number;
  readonly directives: number;
}

/** A fragment spreads itself, directly or through others (GraphQL specification, section 5.5.2.2). */
export class FragmentCycle extends Error {
  override readonly name = 'FragmentCycle';
}

const nothing: Measure = { depth: 0, selections: 0, aliases: 0, directives: 0 };

/** Each fragment is measured once, so the time is linear in the document however far it expands. Throws FragmentCycle. */
export function createMeasurer(document: DocumentNode): (operation: OperationDefinitionNode) => Measure {
  const fragments = new Map(
    document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  const measured = new Map<FragmentDefinitionNode, Measure>();
  const open = new Set<FragmentDefinitionNode>();

  function ofFragment(name: string): Measure {
    const fragment = fragments.get(name);
    // Validation will say that the fragment is unknown.
    if (fragment === undefined) return nothing;
    const kept = measured.get(fragment);
    if (kept !== undefined) return kept;
    if (open.has(fragment)) throw new FragmentCycle(name);
    open.add(fragment);
    const own = ofSelections(fragment.selectionSet);
    const measure = { ...own, directives: own.directives + (fragment.directives?.length ?? 0) };
    open.delete(fragment);
    measured.set(fragment, measure);
    return measure;
  }

  function ofSelections(set: SelectionSetNode | undefined): Measure {
    let { depth, selections, aliases, directives } = nothing;
    for (const node of set?.selections ?? []) {
      const isField = node.kind === Kind.FIELD;
      const inner = node.kind === Kind.FRAGMENT_SPREAD ? ofFragment(node.name.value) : ofSelections(node.selectionSet);
      depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
      selections += inner.selections + (isField ? 1 : 0);
      aliases += inner.aliases + (isField && node.alias !== undefined ? 1 : 0);
      directives += inner.directives + (node.directives?.length ?? 0);
    }
    return { depth, selections, aliases, directives };
  }

  return (operation) => {
    const measure = ofSelections(operation.selectionSet);
    return { ...measure, directives: measure.directives + (operation.directives?.length ?? 0) };
  };
}

/** The fields at the root of an operation, those of fragments included, each as often as it stands there. */
export function rootFieldsOf(document: DocumentNode, operation: OperationDefinitionNode, atMost: number): FieldNode[] {
  const fields: FieldNode[] = [];
  const fragments = new Map(
    document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  const walk = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (fields.length > atMost) return;
      if (node.kind === Kind.FIELD) fields.push(node);
      else if (node.kind === Kind.INLINE_FRAGMENT) walk(node.selectionSet);
      else {
        const fragment = fragments.get(node.name.value);
        if (fragment !== undefined) walk(fragment.selectionSet);
      }
    }
  };
  walk(operation.selectionSet);
  return fields;
}
