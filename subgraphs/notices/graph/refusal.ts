import { defineRefusals } from '../../kit/refusal.ts';

export const { RefusalCode, Refusal } = defineRefusals({
  NOTICE_NOT_FOUND: 'You have no notice with this ID.',
});
export type RefusalCode = keyof typeof RefusalCode;
