export type { Call } from '../kit/call.ts';
export { type CerberusOptions, createCerberus } from './client.ts';
export type * from './port.ts';
