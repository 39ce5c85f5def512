export type { Call } from '../soap/call.ts';
export type * from './port.ts';
export { type CoreBankingOptions, createCoreBanking } from './soap.ts';
