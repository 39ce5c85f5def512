import type { CardDetailsQuery } from '../../generated/graphql.ts';

export type CardDetails = NonNullable<CardDetailsQuery['card']>;
