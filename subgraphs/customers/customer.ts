import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { entities } from '../kit/entity.ts';

export const CustomerLanguage = { UK: 'UK', EN: 'EN', RU: 'RU' } as const;
export type CustomerLanguage = (typeof CustomerLanguage)[keyof typeof CustomerLanguage];

registerEnumType(CustomerLanguage, {
  name: 'Language',
  description: 'A language, by ISO 639-1 code. New values may be added.',
  valuesConfig: {
    UK: { description: 'Ukrainian.' },
    EN: { description: 'English.' },
    RU: { description: 'Russian.' },
  },
});

@ObjectType({ description: entities.customer.description })
@Directive('@key(fields: "id")')
export class Customer {
  @Field(() => ID, { description: entities.customer.id })
  id!: string;
}
