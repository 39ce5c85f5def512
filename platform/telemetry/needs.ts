import { defineNeed } from '../composition/need.ts';
import type { Logger } from './logger.ts';
import type { MetricsRegistry } from './metrics.ts';

/** The log of the process, for what our own people have to know. */
export const loggerNeed = defineNeed<Logger>('logger');

/** The metrics of the process. */
export const metricsNeed = defineNeed<MetricsRegistry>('metrics');
