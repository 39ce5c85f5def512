import type { RequestContext } from '../kit/context.ts';
import type { RatesCache } from './rates-cache.ts';

export interface RatesContext extends RequestContext {
  readonly cache: RatesCache;
}
