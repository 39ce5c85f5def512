import { type FieldDefinitionNode, Kind, type NameNode } from 'graphql';
import { declarationsOf, fieldsOf, hasFields, isInput, type Report, type Sdl, typeText } from './sdl.ts';

const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** One argument `input`, whose type carries the idempotency key by which a repeated call is known. */
export function mutationInputs(sdl: Sdl, report: Report): void {
  for (const field of fieldsOf(sdl, 'Mutation')) {
    const wanted = `${capitalised(field.name.value)}Input`;
    const [argument, ...others] = field.arguments ?? [];
    if (argument === undefined || others.length > 0 || argument.name.value !== 'input' || typeText(argument.type) !== `${wanted}!`) {
      report(field.name, `Mutation.${field.name.value} takes exactly \`input: ${wanted}!\``);
      continue;
    }
    const fields = declarationsOf(sdl, wanted).flatMap((type) => (isInput(type) ? [...(type.fields ?? [])] : []));
    const key = fields.find((each) => each.name.value === 'idempotencyKey');
    if (key === undefined || typeText(key.type) !== 'ID!') {
      report(key?.name ?? declarationsOf(sdl, wanted)[0]?.name ?? field.name, `${wanted} needs \`idempotencyKey: ID!\``);
    }
  }
}

function unionMembers(sdl: Sdl, name: string): string[] {
  return declarationsOf(sdl, name).flatMap((type) =>
    type.kind === Kind.UNION_TYPE_DEFINITION || type.kind === Kind.UNION_TYPE_EXTENSION
      ? (type.types ?? []).map((member) => member.name.value)
      : [],
  );
}

function isRefusal(sdl: Sdl, typeName: string): boolean {
  return declarationsOf(sdl, typeName).some(
    (type) => hasFields(type) && (type.interfaces ?? []).some((each) => each.name.value === 'Refusal'),
  );
}

function checkResult(sdl: Sdl, field: FieldDefinitionNode, report: Report): void {
  const wanted = `${capitalised(field.name.value)}Result`;
  const at: NameNode = declarationsOf(sdl, wanted)[0]?.name ?? field.name;
  const members = unionMembers(sdl, wanted);
  if (typeText(field.type) !== wanted)
    report(field.name, `Mutation.${field.name.value} answers \`${wanted}\`, not \`${typeText(field.type)}\``);
  else if (members.length === 0) report(at, `${wanted} is a union of its success and the refusals a client can act on`);
  else {
    const successes = members.filter((member) => !isRefusal(sdl, member));
    if (successes.length !== 1)
      report(at, `${wanted} has one success besides refusals, not ${successes.length === 0 ? 'none' : successes.join(', ')}`);
  }
}

/** The answer is a union of one success and types that implement `Refusal`; null, with an error, where it failed otherwise. */
export function mutationResults(sdl: Sdl, report: Report): void {
  const mutations = fieldsOf(sdl, 'Mutation');
  for (const field of mutations) checkResult(sdl, field, report);
  const refusal = declarationsOf(sdl, 'Refusal')[0];
  if (refusal === undefined) return;
  const shape = fieldsOf(sdl, 'Refusal').map((field) => `${field.name.value}: ${typeText(field.type)}`);
  const isRight =
    refusal.kind === Kind.INTERFACE_TYPE_DEFINITION && ['code: RefusalCode!', 'message: String!'].every((field) => shape.includes(field));
  if (!isRight) report(refusal.name, 'Refusal is `interface Refusal { code: RefusalCode! message: String! }`');
  if (isRight && declarationsOf(sdl, 'RefusalCode')[0]?.kind !== Kind.ENUM_TYPE_DEFINITION) report(refusal.name, 'RefusalCode is an enum');
}
