import type { Database } from '#platform/database/database.ts';
import type { RequestContext } from '../../kit/context.ts';

export interface NoticesContext extends RequestContext {
  readonly database: Database;
}
