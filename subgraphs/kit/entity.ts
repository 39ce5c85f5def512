/**
 * How entities that several subgraphs share are described. Each subgraph that adds to an entity declares it, and the words
 * must be the same in all of them, or the contract depends on the order of composition.
 */
export const entities = {
  customer: { description: 'A person who banks here. A caller sees nobody but himself.', id: 'Opaque and stable: "cust_4fT…".' },
  account: { description: 'An account of the caller.', id: 'Opaque and stable: "acc_4fT…".' },
} as const;
