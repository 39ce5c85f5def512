import type { AccountHeadQuery } from '../../generated/graphql.ts';

export type AccountHead = NonNullable<AccountHeadQuery['account']>;
