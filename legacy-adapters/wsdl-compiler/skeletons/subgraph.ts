import { classSource, enumSource } from './graph-class-source.ts';
import type { Graph } from './graph-model.ts';
import { resolverSource } from './graph-resolver-source.ts';
import type { Service } from './service.ts';

/** The files of a subgraph, by their names in its folder; none where no read operation has a query. */
export function subgraphFiles(service: Service, graph: Graph): Map<string, string> {
  if (graph.queries.length === 0) return new Map();
  const { name } = service;
  return new Map([
    ['README.md', readmeSource(service, graph)],
    ['subgraph.ts', subgraphSource(service)],
    [`${name}-context.ts`, contextSource(service)],
    [`${name}-resolver.ts`, resolverSource(service, graph)],
    ...graph.classes.map((each): [string, string] => [`${each.file}.ts`, classSource(service, each)]),
    ...graph.enums.map((each): [string, string] => [`${each.file}.ts`, enumSource(each)]),
  ]);
}

function subgraphSource({ name, title, pascal, camel }: Service): string {
  return `import { ${camel}Port } from '#legacy-adapters/${name}/index.ts';
import { defineSubgraph } from '#subgraphs/kit/descriptor.ts';
import { buildFederatedSchema } from '#subgraphs/kit/subgraph.ts';
import { create${pascal}Context } from './${name}-context.ts';
import { ${pascal}Resolver } from './${name}-resolver.ts';

export const ${camel} = defineSubgraph({
  name: '${name}',
  about: 'what the ${title} knows',
  scopes: [{ name: '${name}:read', description: 'Ask what the ${title} knows.', grantedTo: 'nobody' }],
  settings: {},
  needs: { ${camel}: ${camel}Port },
  create: (ports) => ({
    schema: buildFederatedSchema({ resolvers: [${pascal}Resolver], references: {} }),
    createContext: (request) => create${pascal}Context(ports.${camel}, request),
  }),
});
`;
}

function contextSource({ name, pascal, camel }: Service): string {
  return `import type { ${pascal} } from '#legacy-adapters/${name}/index.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';

/** Once the port takes many keys at a time, loaders stand here, as in the other subgraphs. */
export interface ${pascal}Context extends RequestContext {
  readonly ${camel}: ${pascal};
}

export function create${pascal}Context(${camel}: ${pascal}, request: RequestContext): ${pascal}Context {
  return { ...request, ${camel} };
}
`;
}

function readmeSource({ name, title }: Service, { queries, classes }: Graph): string {
  return `# ${name}

Owns ${classes.map((each) => `\`${each.name}\``).join(', ')}; answers ${queries.map((query) => `\`Query.${query.name}\``).join(', ')}. Behind it: the ${title}. Scope: \`${name}:read\`.

- Made by \`npm run wrap\` from the WSDL, in its words, and not yet in the bank's: rename types and fields, give every description
  its meaning, unit and example, and take out what nobody asks for. An amount with its currency is \`Money\`; an id is opaque
  (\`kit/graph-ids.ts\`); what belongs to a customer is a field of \`Customer\` and has no argument to ask for somebody else by.
- What GraphQL has no form for is named in a comment in each class.
`;
}
