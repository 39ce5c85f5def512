import { BankError } from '#platform/errors.ts';
import type { OpaqueIds } from './opaque-id.ts';

/**
 * The legacy number of an entity that another subgraph refers to. Ids in references were made by our own subgraphs, so one
 * that does not decode means that they were not made with one secret; that must be an error, or data would be missing in
 * silence.
 */
export function decodeReference(ids: OpaqueIds, id: string): string {
  const legacyNumber = ids.decode(id);
  if (legacyNumber !== undefined) return legacyNumber;
  throw new BankError('INTERNAL', 'Something went wrong on our side.', {
    detail: 'an id from another subgraph does not decode: is ID_SECRET the same everywhere?',
  });
}
