/**
 * What every subgraph says of its refusals. Each has a `RefusalCode` and a `Refusal` of its own with its own codes: an enum that
 * is only ever answered is composed as the union of its values (Federation 2), so a client sees one list.
 */
export const refusalDescriptions = {
  codes: 'The reason for a refusal. New values may be added; show `message` for an unknown one.',
  refusal: 'A refused request. Implementations carry what a client needs to act on it.',
  code: 'The reason for the refusal. Stable; branch on it or on `__typename`.',
  message: "A message to show the user, in the caller's language.",
} as const;
