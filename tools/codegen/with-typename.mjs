import { Kind, visit } from 'graphql';

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Adds `__typename` to every selection but the operation's own, as the client's cache would when it sends, so that the text is known beforehand. */
export function transform({ documents }) {
  return documents.map((file) => ({ ...file, document: file.document && withTypename(file.document) }));
}

function withTypename(document) {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      if (parent?.kind === Kind.OPERATION_DEFINITION) return undefined;
      const isThere = node.selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename');
      return isThere ? undefined : { ...node, selections: [...node.selections, typename] };
    },
  });
}
