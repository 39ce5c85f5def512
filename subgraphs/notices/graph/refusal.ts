import { Field, InterfaceType, registerEnumType } from 'type-graphql';
import { refusalDescriptions } from '../../kit/refusal.ts';

export const RefusalCode = { NOTICE_NOT_FOUND: 'NOTICE_NOT_FOUND' } as const;
export type RefusalCode = (typeof RefusalCode)[keyof typeof RefusalCode];

registerEnumType(RefusalCode, {
  name: 'RefusalCode',
  description: refusalDescriptions.codes,
  valuesConfig: { NOTICE_NOT_FOUND: { description: 'You have no notice with this ID.' } },
});

@InterfaceType('Refusal', { description: refusalDescriptions.refusal, autoRegisterImplementations: false })
export abstract class Refusal {
  @Field(() => RefusalCode, { description: refusalDescriptions.code })
  code!: RefusalCode;

  @Field(() => String, { description: refusalDescriptions.message })
  message!: string;
}
