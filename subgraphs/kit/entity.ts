/**
 * How entities that several subgraphs share are described. Each subgraph that adds to an entity declares it, and the words
 * must be the same in all of them, or the contract depends on the order of composition.
 */
export const entities = {
  customer: {
    description: 'A customer of the bank. You can only see yourself.',
    id: 'The customer\'s ID. Opaque and stable: "cust_4fT…".',
  },
  account: { description: 'A bank account of the caller.', id: 'The account\'s ID. Opaque and stable: "acc_4fT…".' },
} as const;
