export type { Call } from '../soap/call.ts';
export type * from './port.ts';
export { type CerberusOptions, createCerberus } from './soap.ts';
