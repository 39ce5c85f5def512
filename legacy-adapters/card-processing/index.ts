export type { Call } from '../soap/call.ts';
export type * from './port.ts';
export { type CardProcessingOptions, createCardProcessing } from './soap.ts';
