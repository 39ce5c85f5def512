import type { uk } from './uk.ts';

/** What every language has to say. */
export type Catalogue = typeof uk;
