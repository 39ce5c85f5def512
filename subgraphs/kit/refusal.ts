import { Field, InterfaceType, registerEnumType } from 'type-graphql';

/**
 * A subgraph's own refusals: its codes, each with its description, and the interface that its refusal objects implement. Every
 * subgraph calls them `RefusalCode` and `Refusal`: an enum that is only ever answered is composed as the union of its values
 * (Federation 2), so a client sees one list.
 */
export function defineRefusals<const Code extends string>(descriptions: Readonly<Record<Code, string>>) {
  const codes = Object.keys(descriptions) as Code[];
  const RefusalCode = Object.fromEntries(codes.map((code) => [code, code])) as { readonly [Each in Code]: Each };
  registerEnumType(RefusalCode, {
    name: 'RefusalCode',
    description: 'The reason for a refusal. New values may be added; show `message` for an unknown one.',
    valuesConfig: Object.fromEntries(codes.map((code) => [code, { description: descriptions[code] }])) as Record<
      Code,
      { description: string }
    >,
  });

  @InterfaceType('Refusal', {
    description: 'A refused request. Implementations carry what a client needs to act on it.',
    autoRegisterImplementations: false,
  })
  abstract class Refusal {
    @Field(() => RefusalCode, { description: 'The reason for the refusal. Stable; branch on it or on `__typename`.' })
    code!: Code;

    @Field(() => String, { description: "A message to show the user, in the caller's language." })
    message!: string;
  }

  return { RefusalCode, Refusal };
}
