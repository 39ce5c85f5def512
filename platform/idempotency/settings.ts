import { defineNeed } from '../composition/need.ts';
import type { Idempotency } from './idempotency.ts';

export const idempotencyNeed = defineNeed<Idempotency>('idempotency');
