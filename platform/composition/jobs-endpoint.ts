import type { Mount } from '../http/mount.ts';
import { defineNeed } from './need.ts';

/** What a page for development asks of jobs: see `createJobsEndpoint`. Only given where jobs are in the same process. */
export interface JobsEndpoint {
  /** Below this address, with a slash at its end. */
  at(prefix: string): Mount;
}

export const jobsEndpointNeed = defineNeed<JobsEndpoint>('jobs-endpoint');
