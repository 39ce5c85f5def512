import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { TallyReporter } from '#tools/tally-reporter.ts';

export default defineConfig({
  resolve: {
    // Vite would take the package's ESM build for our files and Node its CommonJS build for libraries: two copies, which
    // graphql-js refuses to mix. Node alone takes CommonJS for both.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ['reflect-metadata'],
    reporters: [new TallyReporter(), 'default'],
    // A test left alone by `.only` would quietly switch the others off.
    allowOnly: false,
  },
});
