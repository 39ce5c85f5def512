export type { Call } from '../kit/call.ts';
export { type CardProcessingOptions, createCardProcessing } from './client.ts';
export * from './port.ts';
