/**
 * What one document may cost before anything is planned or run. The planner's and graphql-js's own work grows with the
 * expanded document, and a few hundred bytes of nested fragments expand to millions of fields.
 */
export const documentLimits = {
  characters: 50_000,
  tokens: 1_000,
  depth: 10,
  aliases: 30,
  directives: 20,
  rootFields: 10,
  mutationFields: 1,
  selections: 500,
} as const;

/** Introspection is deep and wide by nature, answered from memory, and allowed to few. */
export const introspectionLimits = { ...documentLimits, depth: 30, selections: 2_000 } as const;

export type Limits = { readonly [Name in keyof typeof documentLimits]: number };
