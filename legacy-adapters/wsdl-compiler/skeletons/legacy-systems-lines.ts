import type { Service } from './service.ts';
import type { SignInKind } from './sign-ins.ts';

/** What bank/legacy-systems.ts needs to start the simulator and to connect the adapter. */
export function legacySystemsLines(service: Service, kind: SignInKind): string[] {
  const { name, pascal, camel, constant } = service;
  const hasPassword = kind !== 'none' && kind !== 'bearer';
  const checked = kind === 'basic' || kind === 'username-token';
  const simulator = [
    `port: settings.${constant}_SIMULATOR_PORT,`,
    ...(checked ? [`user: settings.${constant}_USER ?? demo.user,`, `password: settings.${constant}_PASSWORD ?? demo.password,`] : []),
    ...(kind === 'bearer' ? ['issuer: realm.issuer,', 'jwksUrl: realm.jwksUrl,', `clientId: settings.${constant}_CLIENT_ID,`] : []),
    'logger,',
  ];
  const [before, after] = kind === 'bearer' ? ['realm && (await', ')'] : ['await', ''];
  const where = hasPassword
    ? [`const where = whereAndWho(settings, '${constant}', simulators.${camel});`]
    : [`const endpoint = known('${constant}_URL', settings.${constant}_URL ?? simulators.${camel}?.url);`];
  const token =
    kind === 'bearer'
      ? [
          `const tokenUrl = known('${constant}_TOKEN_URL', settings.${constant}_TOKEN_URL ?? realm?.tokenUrl);`,
          `const clientId = settings.${constant}_CLIENT_ID;`,
          `const clientSecret = known('${constant}_CLIENT_SECRET', settings.${constant}_CLIENT_SECRET);`,
        ]
      : [];
  const options = hasPassword ? '...where, ' : kind === 'bearer' ? 'endpoint, tokenUrl, clientId, clientSecret, ' : 'endpoint, ';
  return [
    `import { create${pascal} } from '#legacy-adapters/${name}/index.ts';`,
    `import { create${pascal}Simulator, type ${pascal}Simulator } from '#legacy-adapters/${name}/simulator/simulator.ts';`,
    `in Simulators:        readonly ${camel}: ${pascal}Simulator | undefined;`,
    `in startSimulators:   ${camel}: ${before} started(parts.${camel}Simulator, () => create${pascal}Simulator({`,
    ...simulator.map((line) => `                        ${line}`),
    `                      }))${after},`,
    ...(hasPassword ? [`in WithUser:          | '${constant}'`] : []),
    `in connectLegacySystems:`,
    `  if (needs.has('${camel}')) {`,
    ...[...where, ...token].map((line) => `    ${line}`),
    `    const ${camel} = await create${pascal}({ ${options}deadlineMs, metrics });`,
    `    await closing('${name} adapter', () => ${camel}.close());`,
    `    ports.${camel} = ${camel};`,
    `    endpoints['${name}'] = ${hasPassword ? 'where.endpoint' : 'endpoint'};`,
    '  }',
  ];
}
