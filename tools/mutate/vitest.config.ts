import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { rooms } from './rooms.ts';

/** The tests of one room, all alike: the projects of the whole house would start what none of them needs. */
const room = rooms[process.env.MUTATED_ROOM ?? ''];
if (room === undefined) throw new Error('MUTATED_ROOM names no room of tools/mutate/rooms.ts');

export default defineConfig({
  // See the whole house's configuration.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    include: [...room.tests],
    setupFiles: ['reflect-metadata'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
  },
});
