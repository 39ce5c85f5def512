import { createHash } from 'node:crypto';
import { concatAST, Kind, print, visit } from 'graphql';

/** Writes `{ <SHA-256 of the text, hex>: <text> }` for each operation with the fragments that it uses. */
export function plugin(_schema, documents) {
  const all = concatAST(documents.map(({ document }) => document));
  const fragments = new Map(all.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));
  const operations = all.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const texts = operations.map((operation) => textOf(operation, fragments)).sort();
  const manifest = Object.fromEntries(texts.map((text) => [createHash('sha256').update(text).digest('hex'), text]));
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function textOf(operation, fragments) {
  const used = new Set();
  const collect = (node) =>
    visit(node, {
      FragmentSpread({ name }) {
        if (used.has(name.value)) return;
        used.add(name.value);
        collect(fragments.get(name.value));
      },
    });
  collect(operation);
  return print({ kind: Kind.DOCUMENT, definitions: [operation, ...[...used].map((name) => fragments.get(name))] });
}
