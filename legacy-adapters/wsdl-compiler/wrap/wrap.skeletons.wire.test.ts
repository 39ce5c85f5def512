import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkImportLaw } from '#tools/lint/import-law.ts';

/** A copy of the project in which systems are wrapped that are not the bank's. */
const root = path.resolve(import.meta.dirname, '../../..');
const tree = mkdtempSync(path.join(tmpdir(), 'portico-skeletons-'));
const parts = ['legacy-adapters', 'platform', 'subgraphs', 'schema', 'tools'];
const files = ['.dependency-cruiser.cjs', '.gitignore', 'biome.json', 'package.json', 'tsconfig.json', 'vitest.config.ts'];
const wsdl = 'legacy-adapters/wsdl-compiler/wrap/testkit/pledge-register.wsdl';
const slow = 300_000;

beforeAll(() => {
  for (const part of parts) cpSync(path.join(root, part), path.join(tree, part), { recursive: true });
  for (const file of files) cpSync(path.join(root, file), path.join(tree, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
}, slow);
afterAll(() => rmSync(tree, { recursive: true }));

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8', timeout: slow });
  return { status, output: stdout + stderr, told: () => JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { skeletons: string[] } };
}
const wrap = (...args: readonly string[]) => run('--import', 'tsx', 'legacy-adapters/wsdl-compiler/main.ts', ...args);
const read = (file: string) => readFileSync(path.join(tree, file), 'utf8');
const edit = (file: string, from: string, to: string) => {
  const text = read(file);
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(path.join(tree, file), text.replace(from, to));
};

/** By each way of signing in; the core's own WSDL has the sessions. */
const wrapped = {
  'pledge-register': [wsdl],
  'pledges-of-all': [wsdl, '--sign-in', 'none'],
  'pledges-by-token': [wsdl, '--sign-in', 'bearer'],
  'pledges-by-digest': [wsdl, '--sign-in', 'username-token'],
  'another-core': ['legacy-adapters/core-banking/wsdl/core-banking.wsdl', '--sign-in', 'session'],
  'rpc-service': ['legacy-adapters/wsdl-compiler/fixtures/wsdl-rpc/service.wsdl'],
} as const;
const names = Object.keys(wrapped);
const written = names.flatMap((name) => [`legacy-adapters/${name}`, `subgraphs/${name}`]);

describe('what wrap writes around a new WSDL', () => {
  it(
    'is a whole adapter and a subgraph, and the lines that put them into the bank',
    () => {
      for (const [name, args] of Object.entries(wrapped)) {
        const { status, output, told } = wrap(...args, '--name', name);
        expect(status, output).toBe(0);
        expect(told().skeletons).toContain(`legacy-adapters/${name}/contract.test.ts`);
        expect(output).not.toContain('no sample of it');
      }
      expect(globSync('*', { cwd: path.join(tree, 'legacy-adapters/pledge-register') }).sort()).toEqual(
        'client.ts conformance.test.ts contract.test.ts generated index.ts port.ts samples.testkit.ts simulator wsdl'.split(' '),
      );
      expect(existsSync(path.join(tree, 'subgraphs/pledge-register/vehicle.ts'))).toBe(true);
    },
    slow,
  );

  it('guesses that only what says so reads', () => {
    expect(read('legacy-adapters/pledge-register/client.ts')).toContain(
      "GetVehicle: 'read',\n  FindPledges: 'read',\n  ListOwners: 'read',\n  RegisterPledge: 'change',",
    );
  });

  it('names in each class what GraphQL has no form for', () => {
    const vehicle = read('subgraphs/pledge-register/vehicle.ts');
    for (const name of ['Owner', 'Mileage', 'Flags', 'Photo']) expect(vehicle).toContain(`// - \`${name}\`: `);
    expect(vehicle).toContain("description: 'Vehicle identification number, 17 characters without I, O and Q.'");
  });

  it(
    'compiles, is formatted, and keeps the import law',
    async () => {
      writeFileSync(path.join(tree, 'tsconfig.skeletons.json'), JSON.stringify({ extends: './tsconfig.json', include: written }));
      expect(run('node_modules/typescript/bin/tsc', '--noEmit', '--project', 'tsconfig.skeletons.json').output).toBe('');
      const existing = written.filter((folder) => existsSync(path.join(tree, folder)));
      const biome = run('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...existing);
      expect(biome.status, biome.output).toBe(0);
      const { breaches } = await checkImportLaw(tree);
      expect(breaches.filter(({ from }) => written.some((folder) => from.startsWith(`${folder}/`)))).toEqual([]);
    },
    slow,
  );

  it(
    'has contract tests that are green as they are written, and stands the hostile core',
    () => {
      const vitest = (...args: readonly string[]) => run('node_modules/vitest/vitest.mjs', 'run', ...args);
      const contracts = vitest(...names.map((name) => `legacy-adapters/${name}/contract`));
      expect(contracts.status, contracts.output.slice(-5_000)).toBe(0);
      // One that reads and one that changes; the whole run takes half a minute.
      const { status, output } = vitest('legacy-adapters/pledge-register/conformance', '-t', 'PledgesRq|RegisterRq');
      expect(status, output.slice(-5_000)).toBe(0);
      expect(output).toMatch(/all stood/);
    },
    slow,
  );

  it(
    'composes into the graph by its row, by the rules of the graph, and answers there for its scope alone',
    () => {
      edit(
        'subgraphs/subgraphs.ts',
        'export interface Ports {',
        "import { createPledgeRegisterSubgraph } from './pledge-register/subgraph.ts';\nexport interface Ports {\n  readonly pledgeRegister: never;",
      );
      edit(
        'subgraphs/subgraphs.ts',
        '> = {\n',
        "> = {\n  'pledge-register': { needs: ['pledgeRegister'], create: createPledgeRegisterSubgraph },\n",
      );
      const composed = run('--import', 'tsx', 'tools/compose.ts');
      expect(composed.status, composed.output).toBe(0);
      const linted = run('--import', 'tsx', 'tools/lint/schema-lint.ts');
      expect(linted.status, linted.output).toBe(0);
      const asked = run('--import', 'tsx', 'legacy-adapters/wsdl-compiler/wrap/testkit/ask-pledge-register.ts');
      expect(asked.status, asked.output).toBe(0);
      expect(JSON.parse(asked.output.trim().split('\n').at(-1) ?? '')).toEqual({
        withScope: {
          data: {
            vehicle: {
              vin: expect.stringMatching(/^[A-HJ-NPR-Z0-9]{17}$/),
              make: 'Зразок',
              pldg: [{ pldgId: '9007199254740993', securedAmt: { value: '1234.56', ccy: 'UAH' } }],
            },
            pledges: [{ st: 'ACT', endDt: '2026-03-31', share: '0.50', seq: 1234 }],
          },
        },
        withoutScope: 'FORBIDDEN',
        wrongArgument: 'BAD_USER_INPUT',
      });
    },
    slow,
  );
});

describe('wrap, run again', () => {
  it(
    'writes generated code alone, says what has changed in the contract, and keeps what people wrote',
    () => {
      const port = 'legacy-adapters/pledge-register/port.ts';
      edit(port, 'export interface', '// Ours now.\nexport interface');
      const before = read(port);
      edit(
        wsdl,
        '<xs:element name="Make" type="xs:string">',
        '<xs:element name="Year" type="xs:gYear"/>\n<xs:element name="Make" type="xs:string">',
      );
      const { status, output, told } = wrap(wsdl, '--name', 'pledge-register');
      expect(status, output).toBe(0);
      expect(output).toContain('~ interface Vehicle');
      expect(output).toContain(`keeps ${port}`);
      expect(told().skeletons).toEqual([]);
      expect(read(port)).toBe(before);
      expect(read('legacy-adapters/pledge-register/wsdl/pledge-register.wsdl')).toContain('name="Year"');
    },
    slow,
  );

  it(
    'puts back with --skeletons what was taken away, and nothing else',
    () => {
      rmSync(path.join(tree, 'legacy-adapters/pledge-register/conformance.test.ts'));
      const { output, told } = wrap(wsdl, '--name', 'pledge-register', '--skeletons');
      expect(told().skeletons).toEqual(['legacy-adapters/pledge-register/conformance.test.ts']);
      expect(output).toContain('keeps legacy-adapters/pledge-register/port.ts');
      expect(read('legacy-adapters/pledge-register/port.ts')).toContain('// Ours now.');
    },
    slow,
  );

  it(
    'writes no skeletons with --check, --out or --no-skeletons, and none for XML over HTTP POST',
    () => {
      wrap(wsdl, '--name', 'unseen', '--check');
      expect(existsSync(path.join(tree, 'legacy-adapters/unseen'))).toBe(false);
      expect(wrap(wsdl, '--out', 'elsewhere').told().skeletons).toEqual([]);
      expect(wrap(wsdl, '--name', 'bare', '--no-skeletons').told().skeletons).toEqual([]);
      const hub = wrap('legacy-adapters/biller-hub/wsdl/biller-hub.wsdl', '--name', 'another-hub');
      expect(hub.told().skeletons).toEqual([]);
      expect(hub.output).toContain('no skeletons: for XML over HTTP POST there are no skeletons yet');
    },
    slow,
  );
});
