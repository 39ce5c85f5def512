import type { Service } from './service.ts';
import type { SignInKind } from './sign-ins.ts';

/** `adapter.ts`: the descriptor by which the bank knows the system. */
export function adapterSource(service: Service, kind: SignInKind, simulatorPort: number): string {
  const { name, title, pascal, camel, constant, version } = service;
  const { kinds, builders, settings, adapter, simulator } = parts(service, kind);
  const imports = [
    ...(kind === 'bearer' ? ["import { realmNeed } from '#platform/composition/realm.ts';"] : []),
    `import { ${['address', ...builders].sort().join(', ')} } from '#platform/composition/setting.ts';`,
    `import { ${['httpAddress', ...kinds].sort().join(', ')} } from '#platform/composition/setting-kinds.ts';`,
    "import { defineLegacyAdapter, simulatorPort } from '../legacy-adapter.ts';",
    `import { create${pascal} } from './client.ts';`,
    `import { ${camel}Port } from './port.ts';`,
    `import { create${pascal}Simulator } from './simulator/simulator.ts';`,
  ];
  return `${imports.join('\n')}

export const ${camel} = defineLegacyAdapter({
  name: '${name}',
  title: '${title}',
  about: 'SOAP ${version}',
  port: ${camel}Port,
  settings: {
    ${constant}_URL: address({ schema: httpAddress, description: 'where the ${title} answers' }),
${settings.map((line) => `    ${line}`).join('\n')}
  },
  needs: {${kind === 'bearer' ? ' realm: realmNeed ' : ''}},${kind === 'bearer' ? realmClients(service) : ''}
  create: (settings, ${kind === 'bearer' ? '{ realm }' : '_given'}, tools) =>
    create${pascal}({ endpoint: settings.${constant}_URL, ${adapter}...tools }),
  simulator: {
    path: '${service.path}',
    settings: { ${constant}_SIMULATOR_PORT: simulatorPort(${simulatorPort}, '${title}') },
    create: (settings, ${kind === 'bearer' ? '{ realm }' : '_given'}, tools) =>
      create${pascal}Simulator({ port: settings.${constant}_SIMULATOR_PORT, ${simulator}...tools }),
  },
});
`;
}

function realmClients({ name, title, constant }: Service): string {
  return `
  realmClients: [
    {
      kind: 'service-account',
      clientId: 'portico-${name}',
      name: 'Portico at the ${title}',
      description: "Portico's account at the ${title} (client credentials).",
      audience: '${name}',
      secretVariable: 'PORTICO_${constant}_SECRET',
    },
  ],`;
}

interface AdapterParts {
  readonly kinds: readonly string[];
  readonly builders: readonly string[];
  readonly settings: readonly string[];
  /** Members of the options of the port and of the simulator. */
  readonly adapter: string;
  readonly simulator: string;
}

function parts({ name, constant }: Service, kind: SignInKind): AdapterParts {
  switch (kind) {
    case 'none':
      return { kinds: [], builders: [], settings: [], adapter: '', simulator: '' };
    case 'bearer':
      return {
        kinds: ['secretText', 'text'],
        builders: ['forDevelopment', 'optional', 'withDefault'],
        settings: [
          `${constant}_TOKEN_URL: optional({ schema: httpAddress, description: 'where its tokens come from, by client_credentials', without: "the realm's token endpoint" }),`,
          `${constant}_CLIENT_ID: withDefault('portico-${name}', { schema: text, description: 'the client of the realm that we are there' }),`,
          `${constant}_CLIENT_SECRET: forDevelopment('${name}-development-secret', { schema: secretText(8), description: 'the secret of that client', isSecret: true, realmVariable: 'PORTICO_${constant}_SECRET' }),`,
        ],
        adapter: `tokenUrl: settings.${constant}_TOKEN_URL ?? realm.tokenUrl, clientId: settings.${constant}_CLIENT_ID, clientSecret: settings.${constant}_CLIENT_SECRET, `,
        simulator: `issuer: realm.issuer, jwksUrl: realm.jwksUrl, clientId: settings.${constant}_CLIENT_ID, `,
      };
    case 'basic':
    case 'username-token':
    case 'session': {
      const credentials = `user: settings.${constant}_USER, password: settings.${constant}_PASSWORD, `;
      return {
        kinds: ['text'],
        builders: ['asSimulated'],
        settings: [
          `${constant}_USER: asSimulated('portico', { schema: text, description: 'who we are there' }),`,
          `${constant}_PASSWORD: asSimulated('portico-demo', { schema: text, description: 'the password of that user', isSecret: true }),`,
        ],
        adapter: credentials,
        // The skeleton of a simulator gives sessions to everybody.
        simulator: kind === 'session' ? '' : credentials,
      };
    }
  }
}
