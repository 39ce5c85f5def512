import { defineNeed } from './need.ts';

/** What the bank is made of, for a page that shows it. */
export interface Listing {
  readonly subgraphs: readonly Listed[];
  readonly legacySystems: readonly Listed[];
}

export interface Listed {
  /** As in `/health/ready`. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
}

export const listingNeed = defineNeed<Listing>('listing');
