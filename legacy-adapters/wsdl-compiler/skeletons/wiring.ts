import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { legacySystemsLines } from './legacy-systems-lines.ts';
import type { Service } from './service.ts';
import { type SignInKind, signInParts } from './sign-ins.ts';

const firstPort = 4_201;

/** What puts an adapter and its subgraph into the bank: nothing of it is reachable before. Files in the order of the work. */
export function wiringOf(root: string, service: Service, kind: SignInKind, hasSubgraph: boolean): string[] {
  const { name, title, pascal, camel, constant } = service;
  const port = freePort(root);
  const secrets = kind === 'bearer' ? ['CLIENT_SECRET'] : signInParts(kind, service).options.map(([option]) => option.toUpperCase());
  const needed = ['URL', ...secrets].map((end) => `${constant}_${end}`);
  const url = `http://${name}.bank/${service.path.replace(/^\//, '')}`;
  const subgraph = [
    ...(hasSubgraph ? [`import { create${pascal}Subgraph } from './${name}/subgraph.ts';`] : []),
    `import type { ${pascal} } from '#legacy-adapters/${name}/index.ts';`,
    `in Ports:      readonly ${camel}: ${pascal};`,
    hasSubgraph
      ? `in subgraphs:  ${/-/.test(name) ? `'${name}'` : name}: { needs: ['${camel}'], create: create${pascal}Subgraph },`
      : `in subgraphs:  '${camel}' among the needs of the subgraph that asks it`,
  ];
  const steps: [file: string, lines: readonly string[]][] = [
    ['subgraphs/subgraphs.ts', subgraph],
    [
      'bank/environment.ts',
      [
        `in settings:   ${constant}_URL: url.optional(),`,
        ...settingsOf(service, kind).map((line) => `               ${line}`),
        `               ${constant}_SIMULATOR_PORT: port.default(${port}),`,
      ],
    ],
    [
      'bank/parts.ts',
      [
        `in Parts:      readonly ${camel}Simulator: boolean;`,
        `in simulators: '${name}-simulator'`,
        `in readParts:  ${camel}Simulator: has('${name}-simulator'),`,
      ],
    ],
    ['bank/legacy-systems.ts', legacySystemsLines(service, kind)],
    [
      'bank/requirements.ts',
      [
        `if (needs.has('${camel}')) legacy([${needed.map((setting) => `'${setting}'`).join(', ')}], parts.${camel}Simulator, '${name}-simulator');`,
      ],
    ],
    ['bank/ready-sign.ts', [`the simulator \`${camel}\` in the two lines that name the others, as '${title}'`]],
    [
      'README.md',
      [
        `\`${name}-simulator\` in the row of PORTICO_PARTS; \`${constant}_SIMULATOR_PORT=0\` in the sentence above the table; and the rows`,
        `| \`${constant}_URL\` | where the ${title} answers: \`${url}\` | the simulator's |`,
        ...needed.slice(1).map((setting) => `| \`${setting}\` | who we are there | the simulator's |`),
        ...(kind === 'bearer'
          ? [
              `| \`${constant}_TOKEN_URL\` | the realm's token endpoint | below the issuer |`,
              `| \`${constant}_CLIENT_ID\` | the client that gets its tokens | \`portico-${name}\` |`,
            ]
          : []),
        `| \`${constant}_SIMULATOR_PORT\` | the simulated ${title}'s port; 0 takes any | \`${port}\` |`,
      ],
    ],
    [
      'e2e/testkit/legacy-settings.ts',
      [
        `in its arguments: ${camel}`,
        `in its answer:    ${camel}: { ${needed.map((setting) => `${setting}: ${setting.endsWith('_URL') ? `${camel}?.url ?? ''` : wordOf(setting)}`).join(', ')} },`,
      ],
    ],
    ...(hasSubgraph ? [realmStep(name)] : []),
    ...(kind === 'bearer'
      ? [
          ['identity/realm.json', [`a client portico-${name}, as portico-cerberus is one, whose tokens have ${name} in \`aud\``]] as [
            string,
            string[],
          ],
        ]
      : []),
  ];
  return [
    '',
    'Nobody can reach it yet. To put it into the bank:',
    ...steps.flatMap(([file, lines], index) => [`${index + 1}. ${file}`, ...lines.map((line) => `     ${line}`)]),
    `${steps.length + 1}. npm run compose; npm run check; npm test -- ${name}`,
    '',
  ];
}

function realmStep(name: string): [string, string[]] {
  return [
    'identity/realm.json',
    [
      `in clientScopes:  { "name": "${name}:read", "description": "…", "protocol": "openid-connect",`,
      '                    "attributes": { "include.in.token.scope": "true", "display.on.consent.screen": "false" } }',
      `in clients:       "${name}:read" in optionalClientScopes of whoever may ask`,
    ],
  ];
}

function settingsOf({ constant, name }: Service, kind: SignInKind): string[] {
  if (kind === 'none') return [];
  if (kind !== 'bearer') return ['USER', 'PASSWORD'].map((end) => `${constant}_${end}: z.string().min(1).optional(),`);
  return [
    `${constant}_TOKEN_URL: url.optional(),`,
    `${constant}_CLIENT_ID: z.string().min(1).default('portico-${name}'),`,
    `${constant}_CLIENT_SECRET: z.string().min(8, { error: 'must have at least 8 characters' }).optional(),`,
  ];
}

/** The first port after those of the simulators that there are. */
function freePort(root: string): number {
  const file = path.join(root, 'bank/environment.ts');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const taken = [...text.matchAll(/_SIMULATOR_PORT: port\.default\((\d+)\)/g)].map(([, port]) => Number(port));
  return Math.max(firstPort - 1, ...taken) + 1;
}

/** What a test gives for a setting. */
function wordOf(setting: string): string {
  if (setting.endsWith('_USER')) return 'user';
  return setting.endsWith('_PASSWORD') ? 'password' : "'the secret of this test'";
}
