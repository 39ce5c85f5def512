import { existsSync, globSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkImportLaw } from '#tools/lint/import-law.ts';
import { copyProject, type Ended } from './testkit/project-copy.ts';

const wsdl = 'legacy-adapters/wsdl-compiler/wrap/testkit/pledge-register.wsdl';
const slow = 300_000;
const project = copyProject();
const { tree, run, wrap, read } = project;
afterAll(() => project.remove());

function edit(file: string, from: string, to: string): void {
  const text = read(file);
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  project.write(file, text.replace(from, to));
}

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

// All at once, before the tests are collected: the tests that are written are among them.
const ended: readonly (readonly [string, Ended])[] = await Promise.all(
  Object.entries(wrapped).map(async ([name, args]) => [name, await wrap(...args, '--name', name)] as const),
);

const tsconfig = 'tsconfig.skeletons.json';
writeFileSync(path.join(tree, tsconfig), JSON.stringify({ extends: './tsconfig.json', include: written }));
const existing = written.filter((folder) => existsSync(path.join(tree, folder)));
/** Begun here, so that they run beside one another; each test looks at one of them. */
const checks = {
  types: run('node_modules/typescript/bin/tsc', '--noEmit', '--project', tsconfig),
  format: run('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...existing),
  importLaw: checkImportLaw(tree),
  // One operation that reads and one that changes; the whole run takes half a minute.
  hostileCore: run('node_modules/vitest/vitest.mjs', 'run', 'legacy-adapters/pledge-register/conformance', '-t', 'PledgesRq|RegisterRq'),
};

describe('what wrap writes around a new WSDL', () => {
  it(
    'is a whole adapter and a subgraph, and the lines that put them into the bank',
    () => {
      for (const [name, { status, output, told }] of ended) {
        expect(status, output).toBe(0);
        expect(told().skeletons).toContain(`legacy-adapters/${name}/contract.test.ts`);
        expect(output).not.toContain('no sample of it');
      }
      expect(globSync('*', { cwd: path.join(tree, 'legacy-adapters/pledge-register') }).sort()).toEqual(
        'adapter.ts client.ts conformance.test.ts contract.test.ts generated index.ts port.ts samples.testkit.ts simulator wsdl'.split(' '),
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
      expect((await checks.types).output).toBe('');
      const { status, output } = await checks.format;
      expect(status, output).toBe(0);
      const { breaches } = await checks.importLaw;
      expect(breaches.filter(({ from }) => written.some((folder) => from.startsWith(`${folder}/`)))).toEqual([]);
    },
    slow,
  );

  it(
    'stands the hostile core as it is written',
    async () => {
      const { status, output } = await checks.hostileCore;
      expect(status, output.slice(-5_000)).toBe(0);
      expect(output).toMatch(/Tests .*2 passed/);
    },
    slow,
  );
});

describe('the contract tests that wrap writes are green as they are written:', () => {
  for (const name of names) {
    describe(name, async () => {
      await import(path.join(tree, `legacy-adapters/${name}/contract.test.ts`));
    });
  }
});

describe('wrap, run again', () => {
  it(
    'writes generated code alone, says what has changed in the contract, and keeps what people wrote',
    async () => {
      const port = 'legacy-adapters/pledge-register/port.ts';
      edit(port, 'export interface', '// Ours now.\nexport interface');
      const before = read(port);
      edit(
        wsdl,
        '<xs:element name="Make" type="xs:string">',
        '<xs:element name="Year" type="xs:gYear"/>\n<xs:element name="Make" type="xs:string">',
      );
      const { status, output, told } = await wrap(wsdl, '--name', 'pledge-register');
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
    async () => {
      rmSync(path.join(tree, 'legacy-adapters/pledge-register/conformance.test.ts'));
      const { output, told } = await wrap(wsdl, '--name', 'pledge-register', '--skeletons');
      expect(told().skeletons).toEqual(['legacy-adapters/pledge-register/conformance.test.ts']);
      expect(output).toContain('keeps legacy-adapters/pledge-register/port.ts');
      expect(read('legacy-adapters/pledge-register/port.ts')).toContain('// Ours now.');
    },
    slow,
  );

  it(
    'writes no skeletons with --check, --out or --no-skeletons, and none for XML over HTTP POST',
    async () => {
      await wrap(wsdl, '--name', 'unseen', '--check');
      expect(existsSync(path.join(tree, 'legacy-adapters/unseen'))).toBe(false);
      expect((await wrap(wsdl, '--out', 'elsewhere')).told().skeletons).toEqual([]);
      expect((await wrap(wsdl, '--name', 'bare', '--no-skeletons')).told().skeletons).toEqual([]);
      const hub = await wrap('legacy-adapters/biller-hub/wsdl/biller-hub.wsdl', '--name', 'another-hub');
      expect(hub.told().skeletons).toEqual([]);
      expect(hub.output).toContain('no skeletons: for XML over HTTP POST there are no skeletons yet');
    },
    slow,
  );
});
