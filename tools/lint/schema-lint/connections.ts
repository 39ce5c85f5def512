import { declarationsOf, fieldsOf, hasFields, namedType, type Report, type Sdl, typeText } from './sdl.ts';

const isConnection = (name: string) => name.endsWith('Connection');

/** https://relay.dev/graphql/connections.htm, forward only: `first` and `after`. */
export function relayConnections(sdl: Sdl, report: Report): void {
  for (const type of sdl.types) {
    const name = type.name.value;
    const expectField = (field: string, wanted: RegExp, shown: string) => {
      const actual = fieldsOf(sdl, name).find((each) => each.name.value === field);
      if (actual === undefined || !wanted.test(typeText(actual.type)))
        report(actual?.name ?? type.name, `${name} needs \`${field}: ${shown}\``);
    };
    if (isConnection(name)) {
      const item = name.slice(0, -'Connection'.length);
      expectField('edges', new RegExp(`^\\[${item}Edge!\\]!$`), `[${item}Edge!]!`);
      expectField('pageInfo', /^PageInfo!$/, 'PageInfo!');
      if (declarationsOf(sdl, `${item}Edge`).length === 0) report(type.name, `${name} has no ${item}Edge`);
    }
    if (name.endsWith('Edge')) {
      expectField('node', /^\w+!?$/, `${name.slice(0, -'Edge'.length)}!`);
      expectField('cursor', /^String!$/, 'String!');
    }
    if (name === 'PageInfo') {
      expectField('hasNextPage', /^Boolean!$/, 'Boolean!');
      expectField('hasPreviousPage', /^Boolean!$/, 'Boolean!');
      expectField('startCursor', /^String$/, 'String');
      expectField('endCursor', /^String$/, 'String');
    }
    if (!hasFields(type)) continue;
    for (const field of type.fields ?? []) {
      if (!isConnection(namedType(field.type))) continue;
      const hasArgument = (argument: string, of: string) =>
        field.arguments?.some((each) => each.name.value === argument && namedType(each.type) === of) ?? false;
      if (!hasArgument('first', 'Int') || !hasArgument('after', 'String'))
        report(field.name, `${name}.${field.name.value} needs \`first: Int\` and \`after: String\``);
    }
  }
}
