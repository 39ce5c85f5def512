export type { Call } from '../kit/call.ts';
export { type CoreBankingOptions, createCoreBanking } from './client.ts';
export * from './port.ts';
