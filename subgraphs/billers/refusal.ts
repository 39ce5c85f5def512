import { Field, InterfaceType, registerEnumType } from 'type-graphql';
import { refusalDescriptions } from '../kit/refusal.ts';

export const RefusalCode = {
  BILLER_NOT_FOUND: 'BILLER_NOT_FOUND',
  BILLER_FIELDS_REFUSED: 'BILLER_FIELDS_REFUSED',
  PAYER_NOT_FOUND: 'PAYER_NOT_FOUND',
  RATE_LIMITED: 'RATE_LIMITED',
} as const;
export type RefusalCode = (typeof RefusalCode)[keyof typeof RefusalCode];

registerEnumType(RefusalCode, {
  name: 'RefusalCode',
  description: refusalDescriptions.codes,
  valuesConfig: {
    BILLER_NOT_FOUND: { description: 'No biller has this ID.' },
    BILLER_FIELDS_REFUSED: { description: 'One or more fields are invalid; see `faults`.' },
    PAYER_NOT_FOUND: { description: 'The biller has no payer with these details.' },
    RATE_LIMITED: { description: 'Too many requests; wait for `retryAfterSeconds`.' },
  },
});

@InterfaceType('Refusal', { description: refusalDescriptions.refusal, autoRegisterImplementations: false })
export abstract class Refusal {
  @Field(() => RefusalCode, { description: refusalDescriptions.code })
  code!: RefusalCode;

  @Field(() => String, { description: refusalDescriptions.message })
  message!: string;
}
