export type { Call } from '../kit/call.ts';
export { type BillerHubOptions, createBillerHub } from './client.ts';
export * from './port.ts';
