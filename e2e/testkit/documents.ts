import { readFileSync } from 'node:fs';

/** The operation that every layer is measured by, as the explorer shows it first. */
export const homeDocument = readFileSync(new URL('../../clients/explorer/Home.graphql', import.meta.url), 'utf8');
