import { defineNeed } from '../composition/need.ts';
import type { Jobs } from './jobs.ts';

export const jobsNeed = defineNeed<Jobs>('jobs');
