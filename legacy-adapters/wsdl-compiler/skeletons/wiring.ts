import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Service } from './service.ts';

const firstPort = 4_201;

/** What puts an adapter and its subgraph into the bank: one line in each list. Nothing of them is reachable before. */
export function wiringOf({ name, camel }: Service, hasAdapter: boolean, hasSubgraph: boolean): string[] {
  if (!hasAdapter) return [];
  const lines = [
    ['legacy-adapters/adapters.ts', `export { ${camel} } from './${name}/adapter.ts';`],
    ...(hasSubgraph ? [['subgraphs/subgraphs.ts', `export { ${camel} } from './${name}/subgraph.ts';`]] : []),
  ];
  return [
    '',
    'Nobody can reach it yet. One line in each list puts it into the bank:',
    ...lines.map(([file = '', line]) => `  ${file.padEnd(29)}${line}`),
    ...(hasSubgraph ? [] : [`and \`${camel}: ${camel}Port\` among the needs of the subgraph that asks it.`]),
    `Then: npm run format; npm run compose; npm run docs; npm run check; npm test -- ${name}`,
    '',
  ];
}

/** The first port after those of the simulators that there are. */
export function freeSimulatorPort(root: string): number {
  const adapters = globSync('legacy-adapters/*/adapter.ts', { cwd: root }).map((file) => readFileSync(path.join(root, file), 'utf8'));
  const taken = adapters.flatMap((text) => [...text.matchAll(/simulatorPort\((\d{1,5}),/g)].map(([, port]) => Number(port)));
  return Math.max(firstPort - 1, ...taken) + 1;
}
