import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { filesOf } from '#tools/vitest/projects.ts';
import { TallyReporter } from '#tools/vitest/tally-reporter.ts';

const never = ['**/node_modules/**', '**/dist/**', '**/planted/**', '**/.portico/**'];

function project(name: Parameters<typeof filesOf>[0], options: object = {}) {
  const { include, exclude } = filesOf(name);
  return { extends: true as const, test: { name, include, exclude: [...never, ...exclude], ...options } };
}

// Bounds for what hangs, not promises: where eight things share two cores, a process starts in half a minute.
const patient = { testTimeout: 120_000, hookTimeout: 180_000 };
const wholeBank = { ...patient, globalSetup: './tools/vitest/bank-bundle.ts' };

export default defineConfig({
  resolve: {
    // Vite would take the package's ESM build for our files and Node its CommonJS build for libraries: two copies, which
    // graphql-js refuses to mix. Node alone takes CommonJS for both.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ['reflect-metadata'],
    reporters: [new TallyReporter(), 'default'],
    // A test left alone by `.only` would quietly switch the others off.
    allowOnly: false,
    projects: [
      project('unit', { setupFiles: ['reflect-metadata', './tools/vitest/forbid-io.ts'], pool: 'threads', isolate: false }),
      project('wire', patient),
      project('e2e', wholeBank),
      project('browser', wholeBank),
    ],
  },
});
