export type { Call } from '../kit/call.ts';
export { type CerberusOptions, createCerberus } from './client.ts';
export * from './port.ts';
