export type { Call } from '../soap/call.ts';
export { type BillerHubOptions, createBillerHub } from './http.ts';
export type * from './port.ts';
