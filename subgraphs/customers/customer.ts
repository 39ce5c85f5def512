import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { entities } from '../kit/entity.ts';

export const CustomerLanguage = { UKRAINIAN: 'UKRAINIAN', ENGLISH: 'ENGLISH', RUSSIAN: 'RUSSIAN' } as const;
export type CustomerLanguage = (typeof CustomerLanguage)[keyof typeof CustomerLanguage];

registerEnumType(CustomerLanguage, {
  name: 'Language',
  description: 'A language. New values may be added.',
  valuesConfig: {
    UKRAINIAN: { description: 'Ukrainian: `uk` by ISO 639-1.' },
    ENGLISH: { description: 'English: `en` by ISO 639-1.' },
    RUSSIAN: { description: 'Russian: `ru` by ISO 639-1.' },
  },
});

@ObjectType('Customer', { description: entities.customer.description })
@Directive('@key(fields: "id")')
export class Customer {
  @Field(() => ID, { description: entities.customer.id })
  id!: string;
}
