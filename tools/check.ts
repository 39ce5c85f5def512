import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * `npm run check`: everything that can be said about the project without running it. Each step is run, whatever the ones
 * before it said, so that one run tells all that is wrong.
 */
interface Step {
  readonly name: string;
  /** Arguments for this Node. */
  readonly run: readonly string[];
  /** What the step cannot say anything without; a missing one fails the step. */
  readonly needs: readonly string[];
}

const root = path.resolve(import.meta.dirname, '..');
const timeoutMs = 5 * 60_000;
const outputCharactersMax = 200_000;

const script = (file: string, ...args: readonly string[]): Step['run'] => ['--import', 'tsx', file, ...args];
const planted = ['biome-rules.wire', 'code-lint', 'event-contract', 'import-law.wire', 'schema-lint', 'shared-type-names', 'words'].map(
  (name) => `tools/lint/${name}.test.ts`,
);

const steps: readonly Step[] = [
  { name: 'types', run: ['node_modules/typescript/bin/tsc', '--noEmit'], needs: ['tsconfig.json'] },
  {
    name: 'types of the web bank',
    run: ['node_modules/typescript/bin/tsc', '--noEmit', '--project', 'clients/web'],
    needs: ['clients/web/tsconfig.json'],
  },
  {
    name: 'format and lint',
    run: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--diagnostic-level=warn', '.'],
    needs: ['biome.json'],
  },
  { name: 'import law', run: script('tools/lint/import-law.ts'), needs: ['.dependency-cruiser.cjs'] },
  { name: 'code rules', run: script('tools/lint/code-lint.ts'), needs: [] },
  { name: 'words', run: script('tools/lint/words.ts'), needs: [] },
  { name: 'contract up to date', run: script('tools/compose.ts', '--check'), needs: ['tools/compose.ts', 'schema/supergraph.graphql'] },
  {
    name: 'documentation up to date',
    run: script('tools/docs.ts', '--check'),
    needs: ['README.md', 'docs/deployment.md', 'deploy/compose.yaml'],
  },
  { name: 'names of shared types', run: script('tools/lint/shared-type-names.ts'), needs: ['schema/api.graphql'] },
  { name: 'graph rules', run: script('tools/lint/schema-lint.ts'), needs: ['schema/api.graphql'] },
  {
    name: 'generated code up to date',
    run: ['node_modules/@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.yml', '--check'],
    needs: [
      'codegen.yml',
      'schema/api.graphql',
      'e2e/generated/graphql.ts',
      'clients/web/src/generated/graphql.ts',
      'schema/manifests/web.json',
    ],
  },
  {
    name: 'wrapped systems up to date',
    run: script('legacy-adapters/wsdl-compiler/wrap/wrap-fixtures.ts', '--check'),
    needs: ['docs/wrapping/supported.md'],
  },
  { name: 'planted violations', run: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', ...planted], needs: planted },
];

interface Outcome {
  readonly failed: boolean;
  readonly output: string;
  readonly seconds: number;
}

function runStep({ run, needs }: Step): Promise<Outcome> {
  const from = performance.now();
  const missing = [...needs, ...run.filter((argument) => /^(node_modules|scripts)\//.test(argument))].filter(
    (file) => !existsSync(path.join(root, file)),
  );
  if (missing.length > 0) return Promise.resolve({ failed: true, output: `missing: ${[...new Set(missing)].join(', ')}`, seconds: 0 });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, run, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs });
    let output = '';
    const keep = (chunk: string) => {
      output = (output + chunk).slice(-outputCharactersMax);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => keep(error.message));
    child.once('close', (code, signal) => {
      if (signal !== null) keep(`\nended by ${signal}; a step has ${timeoutMs / 60_000} minutes`);
      resolve({ failed: code !== 0, output, seconds: (performance.now() - from) / 1000 });
    });
  });
}

const failures: string[] = [];
for (const step of steps) {
  const { failed, output, seconds } = await runStep(step);
  console.log(`${failed ? 'FAILED' : 'ok    '} ${step.name} (${seconds.toFixed(1)} s)`);
  if (!failed) continue;
  failures.push(step.name);
  console.log(`${output.trim().replace(/^/gm, '       ')}\n`);
}
console.log(
  failures.length === 0
    ? `All ${steps.length} checks passed.`
    : `${failures.length} of ${steps.length} checks failed: ${failures.join(', ')}.`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
