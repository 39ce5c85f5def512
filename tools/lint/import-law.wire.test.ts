import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertParsed, type Breach, checkImportLaw } from './import-law.ts';

const packages = { soap: 'dependencies', 'fast-xml-parser': 'dependencies', vitest: 'devDependencies', undeclared: undefined } as const;

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(path.join(os.tmpdir(), 'portico-import-law-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

function specifier(from: string, to: string): string {
  if (!to.includes('/') || to.startsWith('@')) return to;
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

/** A tree of modules in which each pair is an import, with packages as small as they can be. */
async function plant(
  name: string,
  imports: readonly (readonly [from: string, to: string])[],
  more: Record<string, string> = {},
): Promise<string> {
  const root = path.join(scratch, name);
  const files = new Map<string, string>(Object.entries(more));
  const declared = (kind: string) =>
    Object.fromEntries(Object.entries(packages).flatMap(([id, as]) => (as === kind ? [[id, '1.0.0']] : [])));
  files.set(
    'package.json',
    JSON.stringify({ type: 'module', dependencies: declared('dependencies'), devDependencies: declared('devDependencies') }),
  );
  for (const id of Object.keys(packages)) {
    files.set(`node_modules/${id}/package.json`, JSON.stringify({ name: id, version: '1.0.0', main: 'index.js' }));
    files.set(`node_modules/${id}/index.js`, 'export {};\n');
  }
  for (const [from, to] of imports) {
    if (to.endsWith('.ts') && !files.has(to)) files.set(to, 'export {};\n');
    files.set(from, `import '${specifier(from, to)}';\n${files.get(from) ?? ''}`);
  }
  for (const [file, text] of files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  return root;
}

const lawful = [
  ['platform/http-server.ts', 'platform/lifecycle.ts'],
  ['platform/http-server.test.ts', 'vitest'],
  ['platform/http-server.test.ts', 'platform/http-server.ts'],
  ['legacy-adapters/kit/call.ts', 'platform/lifecycle.ts'],
  ['legacy-adapters/xml/reader.ts', 'legacy-adapters/kit/call.ts'],
  ['legacy-adapters/wsdl-compiler/compile.ts', 'legacy-adapters/xml/reader.ts'],
  ['legacy-adapters/conformance/suite.ts', 'legacy-adapters/kit/call.ts'],
  ['legacy-adapters/core-banking/conformance.test.ts', 'legacy-adapters/conformance/suite.ts'],
  ['legacy-adapters/soap/client.ts', 'legacy-adapters/xml/reader.ts'],
  ['legacy-adapters/soap/client.ts', 'soap'],
  ['legacy-adapters/soap/client.ts', 'platform/lifecycle.ts'],
  ['legacy-adapters/soap/client.test.ts', 'legacy-adapters/simulation/world.ts'],
  ['legacy-adapters/simulation/world.ts', 'platform/lifecycle.ts'],
  ['legacy-adapters/core-banking/index.ts', 'legacy-adapters/core-banking/client.ts'],
  ['legacy-adapters/core-banking/client.ts', 'legacy-adapters/soap/client.ts'],
  ['legacy-adapters/core-banking/simulator/ledger.ts', 'legacy-adapters/simulation/world.ts'],
  ['legacy-adapters/core-banking/simulator/ledger.ts', 'fast-xml-parser'],
  ['legacy-adapters/core-banking/contract.test.ts', 'legacy-adapters/simulation/world.ts'],
  ['subgraphs/subgraphs.ts', 'subgraphs/accounts/subgraph.ts'],
  ['subgraphs/subgraphs.ts', 'legacy-adapters/core-banking/index.ts'],
  ['subgraphs/accounts/subgraph.ts', 'subgraphs/kit/loader.ts'],
  ['subgraphs/accounts/subgraph.ts', 'legacy-adapters/core-banking/index.ts'],
  ['subgraphs/accounts/accounts.test.ts', 'legacy-adapters/core-banking/simulator/ledger.ts'],
  ['subgraphs/accounts/accounts.test.ts', 'legacy-adapters/simulation/world.ts'],
  ['subgraphs/kit/loader.ts', 'platform/lifecycle.ts'],
  ['subgraphs/notices/work/subscription.ts', 'subgraphs/cards/events.ts'],
  ['subgraphs/cards/events.ts', 'platform/lifecycle.ts'],
  ['gateway/gateway.ts', 'platform/http-server.ts'],
  ['identity/realm.ts', 'platform/http-server.ts'],
  ['identity/testkit/keycloak.ts', 'identity/realm.ts'],
  ['identity/realm.test.ts', 'identity/testkit/keycloak.ts'],
  ['clients/explorer/site.ts', 'platform/http/static-site.ts'],
  ['clients/explorer/l.test.ts', 'platform/testkit/chromium.ts'],
  ['clients/messengers/index.ts', 'platform/http-server.ts'],
  ['clients/messengers/index.ts', 'clients/messengers/core/channel.ts'],
  ['clients/messengers/channels/telegram/telegram.ts', 'clients/messengers/core/channel.ts'],
  ['bank/main.ts', 'gateway/gateway.ts'],
  ['bank/main.ts', 'subgraphs/subgraphs.ts'],
  ['bank/main.ts', 'legacy-adapters/core-banking/simulator/ledger.ts'],
  ['e2e/home.test.ts', 'bank/main.ts'],
  ['e2e/home.test.ts', 'identity/testkit/keycloak.ts'],
  ['tools/compose.ts', 'subgraphs/subgraphs.ts'],
] as const;

/** One import for each rule, each against that rule alone. */
const breaches = [
  ['platform-stands-alone', 'platform/a.ts', 'gateway/gateway.ts'],
  ['kit-sees-platform', 'legacy-adapters/kit/a.ts', 'legacy-adapters/xml/reader.ts'],
  ['xml-sees-kit', 'legacy-adapters/xml/a.ts', 'legacy-adapters/soap/client.ts'],
  ['soap-sees-xml-and-kit', 'legacy-adapters/soap/a.ts', 'legacy-adapters/simulation/world.ts'],
  ['runtime-tests-see-simulation', 'legacy-adapters/soap/a.test.ts', 'legacy-adapters/core-banking/client.ts'],
  ['compiler-sees-runtime', 'legacy-adapters/wsdl-compiler/a.ts', 'legacy-adapters/core-banking/client.ts'],
  ['compiler-is-a-tool', 'legacy-adapters/core-banking/a.ts', 'legacy-adapters/wsdl-compiler/compile.ts'],
  ['conformance-sees-kit-and-simulation', 'legacy-adapters/conformance/a.ts', 'legacy-adapters/core-banking/client.ts'],
  ['conformance-for-tests-only', 'legacy-adapters/card-processing/a.ts', 'legacy-adapters/conformance/suite.ts'],
  ['simulation-sees-platform', 'legacy-adapters/simulation/a.ts', 'legacy-adapters/soap/client.ts'],
  ['adapter-sees-platform-and-kit', 'legacy-adapters/core-banking/e.ts', 'subgraphs/kit/loader.ts'],
  ['adapter-never-another-adapter', 'legacy-adapters/core-banking/b.ts', 'legacy-adapters/card-processing/index.ts'],
  ['simulation-for-simulators-only', 'legacy-adapters/core-banking/c.ts', 'legacy-adapters/simulation/world.ts'],
  ['soap-packages-in-adapters-only', 'subgraphs/accounts/d.ts', 'soap'],
  ['soap-packages-in-adapters-only', 'bank/d.ts', 'fast-xml-parser'],
  ['subgraph-sees-platform-and-adapters', 'subgraphs/accounts/e.ts', 'identity/realm.ts'],
  ['subgraph-sees-adapters-by-their-index', 'subgraphs/accounts/f.ts', 'legacy-adapters/core-banking/client.ts'],
  ['subgraph-tests-see-index-and-simulators', 'subgraphs/accounts/f.test.ts', 'legacy-adapters/core-banking/client.ts'],
  ['subgraph-never-another-subgraph', 'subgraphs/cards/g.ts', 'subgraphs/accounts/subgraph.ts'],
  ['events-see-platform', 'subgraphs/cards/events.ts', 'subgraphs/cards/card.ts'],
  ['subgraph-never-another-subgraph', 'subgraphs/customers/g.ts', 'subgraphs/subgraphs.ts'],
  ['kit-knows-no-subgraph', 'subgraphs/kit/h.ts', 'subgraphs/accounts/subgraph.ts'],
  ['kit-knows-no-legacy-system', 'subgraphs/kit/i.ts', 'legacy-adapters/core-banking/index.ts'],
  ['gateway-sees-platform', 'gateway/j.ts', 'subgraphs/subgraphs.ts'],
  ['identity-sees-platform', 'identity/k.ts', 'gateway/gateway.ts'],
  ['clients-see-no-server', 'clients/explorer/l.ts', 'platform/http-server.ts'],
  ['messengers-see-platform', 'clients/messengers/l.ts', 'gateway/gateway.ts'],
  ['messengers-core-knows-no-messenger', 'clients/messengers/core/l.ts', 'clients/messengers/channels/telegram/telegram.ts'],
  ['channel-never-another-channel', 'clients/messengers/channels/viber/l.ts', 'clients/messengers/channels/telegram/telegram.ts'],
  ['web-pages-see-only-themselves', 'clients/web/src/l.ts', 'platform/http/static-site.ts'],
  ['nobody-imports-the-top-rooms', 'gateway/m.ts', 'bank/main.ts'],
  ['nobody-imports-the-top-rooms', 'platform/m.ts', 'e2e/bank.ts'],
  ['nobody-imports-the-top-rooms', 'identity/m.ts', 'tools/compose.ts'],
  ['bank-knows-no-test', 'bank/n.ts', 'e2e/bank.ts'],
  ['no-circular', 'platform/o.ts', 'platform/p.ts'],
  ['tests-are-not-imported', 'platform/q.test.ts', 'platform/http-server.test.ts'],
  ['testkit-for-tests-only', 'identity/r.ts', 'identity/testkit/keycloak.ts'],
  ['no-dev-dependency-in-production', 'platform/s.ts', 'vitest'],
  ['no-undeclared-dependency', 'platform/t.ts', 'undeclared'],
  ['no-unresolvable', 'platform/u.ts', 'nowhere'],
  ['no-orphan', 'platform/v.ts', 'platform/v.ts'],
] as const;

/** The planted modules that nothing breaks the law by besides: what a cycle needs to close, and what stands alone. */
const besides = { 'platform/p.ts': "import './o.ts';\n", 'platform/v.ts': 'export {};\n' };

const pair = ({ rule, from, to }: Breach) => `${rule}: ${from} -> ${to.replace(/^node_modules\/([^/]+)\/.*$/, '$1')}`;

describe('the import law', () => {
  it('lets every lawful import pass', async () => {
    const result = await checkImportLaw(await plant('lawful', lawful));
    expect(result.breaches).toEqual([]);
    expect(result.dependencies).toBe(lawful.length);
  });

  it('catches each planted violation by its own rule and no other', async () => {
    const planted = breaches.filter(([rule]) => rule !== 'no-orphan').map(([, from, to]) => [from, to] as const);
    const result = await checkImportLaw(await plant('breaches', [...lawful, ...planted], besides));
    expect([...new Set(result.breaches.map(pair))].sort()).toEqual(
      breaches.map(([rule, from, to]) => pair({ rule, from, to, why: '' })).sort(),
    );
  });

  it('has a planted violation for each of its rules', () => {
    const law = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
    expect([...new Set(breaches.map(([rule]) => rule))].sort()).toEqual(law.forbidden.map((rule: { name: string }) => rule.name).sort());
  });

  it('does not take the silence of a cruiser that could not parse for a clean tree', async () => {
    const root = await plant('unparsed', [['platform/a.ts', 'platform/b.ts']]);
    const module = { source: 'platform/a.ts', dependencies: [], dependents: [], valid: true };
    expect(() => assertParsed(root, ['platform/a.ts'], [module])).toThrow('did not see the import of ./b.ts in platform/a.ts');
    expect(() => assertParsed(root, ['platform/a.ts'], [])).toThrow('did not look at platform/a.ts');
    expect(() => assertParsed(root, [], [])).toThrow('no TypeScript source was found');
  });

  it('sees the edges of the real tree', async () => {
    const result = await checkImportLaw();
    expect(result.modules).toBeGreaterThan(20);
    expect(result.dependencies).toBeGreaterThan(result.modules);
  });
});
