import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { branchesSubgraph } from './testkit/branches-subgraph.ts';
import { copyProject, type ProjectCopy } from './testkit/project-copy.ts';
import { type Touched, touchedLines } from './testkit/touched-lines.ts';

// A sixth system from a WSDL, which signs in by a token of the realm, and a subgraph of a system that is there already: each is its
// folder and one line a list. The lines of every other file count as well, of deploy/, identity/, docs/ and the README too. What
// `npm run compose` and `npm run docs` write there may change, by these commands only: schema/, the two realms, marked blocks.
const wsdl = 'legacy-adapters/wsdl-compiler/wrap/testkit/pledge-register.wsdl';
const slow = 300_000;
let project: ProjectCopy;
let bank: ChildProcess | undefined;
let url = '';
let system: Touched;
let subgraph: Touched;
/** Both, and what the commands have written. */
let written: Touched;

beforeAll(async () => {
  project = copyProject();
  const before = project.snapshot();
  const wrapped = await project.wrap(wsdl, '--name', 'pledge-register', '--sign-in', 'bearer');
  expect(wrapped.status, wrapped.output).toBe(0);
  const told = [...wrapped.output.matchAll(/^ {2}(\S+\.ts)\s+(export .*)$/gm)].map(([, file = '', line = '']) => ({ file, line }));
  expect(told.map(({ file }) => file)).toEqual(['legacy-adapters/adapters.ts', 'subgraphs/subgraphs.ts']);
  for (const { file, line } of told) project.write(file, `${project.read(file)}${line}\n`);
  const between = project.snapshot();
  system = touchedLines(before, between);

  mkdirSync(path.join(project.tree, 'subgraphs/branches'));
  for (const [file, text] of branchesSubgraph) project.write(file, text);
  const list = 'subgraphs/subgraphs.ts';
  project.write(list, `${project.read(list)}export { branches } from './branches/subgraph.ts';\n`);
  subgraph = touchedLines(between, project.snapshot());

  const succeeds = async (command: string) => {
    const { status, output } = await project.run('--import', 'tsx', command);
    expect(status, output).toBe(0);
  };
  await Promise.all(['tools/compose.ts', 'tools/docs.ts'].map(succeeds));
  await Promise.all([succeeds('tools/lint/schema-lint.ts'), startBank()]);
  written = touchedLines(before, project.snapshot());
}, slow);
afterAll(async () => {
  if (bank?.exitCode === null) {
    bank.kill('SIGTERM');
    await once(bank, 'exit');
  }
  project?.remove();
}, slow);

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  return port;
}

async function startBank(): Promise<void> {
  const port = await freePort();
  const simulators = [...project.read('README.md').matchAll(/`(\w+_SIMULATOR_PORT)`/g)].map(([, name]) => [name, '0']);
  const child = spawn(process.execPath, ['--import', 'tsx', 'bank/main.ts'], {
    cwd: project.tree,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PORT: String(port),
      METRICS_PORT: '0',
      DATABASE_DIR: 'memory',
      PORTICO_PARTS: 'simulators,identity,subgraphs,gateway',
      LEGACY_DEADLINE_MS: '10000',
      ...Object.fromEntries(simulators),
    },
  });
  bank = child;
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (output.includes('Portico is ready')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`the bank ended with ${code}:\n${output}`)));
  });
  expect(output).toContain('pledge register');
  url = `http://localhost:${port}`;
}

async function tokenWith(scope: string): Promise<string> {
  const response = await fetch(`${url}/realms/portico/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'portico-cli', username: 'dana', password: 'portico-demo', scope }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function ask(scope: string, query: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenWith(scope)}` },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: unknown; errors?: { extensions: { code: string } }[] };
}

function say(what: string, { byHand }: Touched, lists: readonly string[]): number {
  const others = Object.entries(byHand).filter(([file]) => !lists.includes(file));
  const otherLines = others.reduce((sum, [, lines]) => sum + lines, 0);
  process.stdout.write(
    `${what}: ${lists.map((file) => `${byHand[file] ?? 0} line in ${file}`).join(', ')}; other lines touched: ${otherLines}\n`,
  );
  return otherLines;
}

it('a system takes its folders and one line in each list, and no other line', () => {
  const lists = ['legacy-adapters/adapters.ts', 'subgraphs/subgraphs.ts'];
  expect(say('a system', system, lists)).toBe(0);
  expect(system.byHand).toEqual(Object.fromEntries(lists.map((file) => [file, 1])));
  expect(system.newFiles.filter((file) => !/^(?:legacy-adapters|subgraphs)\/pledge-register\//.test(file))).toEqual([]);
});

it('a subgraph takes its folder and one line in its list, and no other line', () => {
  expect(say('a subgraph', subgraph, ['subgraphs/subgraphs.ts'])).toBe(0);
  expect(subgraph.byHand).toEqual({ 'subgraphs/subgraphs.ts': 1 });
  expect(subgraph.newFiles.toSorted()).toEqual([...branchesSubgraph.keys()].toSorted());
});

it('the commands write the containers, the realms and the README, and nothing outside of what is theirs', () => {
  expect(written.byHand).toEqual({ 'legacy-adapters/adapters.ts': 1, 'subgraphs/subgraphs.ts': 2 });
  const compose = project.read('deploy/compose.yaml');
  for (const part of ['pledge-register', 'branches']) expect(compose).toContain(`\n  subgraph-${part}:\n`);
  expect(compose).toMatch(/\n {6}PORTICO_PLEDGE_REGISTER_SECRET: \$\{PLEDGE_REGISTER_CLIENT_SECRET:\?\}\n/);
  expect(project.read('deploy/example.env')).toMatch(/^PLEDGE_REGISTER_URL=http:\/\/simulators:\d{4}\/.+$/m);
  expect(project.read('README.md')).toContain('| `PLEDGE_REGISTER_CLIENT_SECRET` (secret) |');
  expect(project.read('identity/realm/production.json')).toContain('"clientId": "portico-pledge-register"');
});

it('the gateway answers from the new system, to whom its scope was given and to nobody else', async () => {
  const query = `{
    vehicle(vin: "1HGCM82633A004352", asOf: "2026-03-31") { vin make pldg { pldgId securedAmt { value ccy } } }
    pledges(vin: ["1HGCM82633A004352"], st: RELEASED) { st endDt share seq }
  }`;
  expect(await ask('openid pledge-register:read', query)).toEqual({
    data: {
      vehicle: {
        vin: expect.stringMatching(/^[A-HJ-NPR-Z0-9]{17}$/),
        make: 'Зразок',
        pldg: [{ pldgId: '9007199254740993', securedAmt: { value: '1234.56', ccy: 'UAH' } }],
      },
      pledges: [{ st: 'ACT', endDt: '2026-03-31', share: '0.50', seq: 1234 }],
    },
  });
  const strangers = await ask('openid', query);
  expect(new Set(strangers.errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
  const wrong = await ask('openid pledge-register:read', '{ vehicle(vin: "OIQ", asOf: "2026-03-31") { vin } }');
  expect(wrong.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

it('the gateway answers from the new subgraph', async () => {
  const { data } = await ask('openid branches:read', '{ branchCurrencies }');
  expect(data).toEqual({ branchCurrencies: expect.arrayContaining(['USD', 'EUR']) });
});
