import { randomInt } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { postgres } from '#platform/database/testkit.ts';
import { runChaos } from './ground/chaos.ts';

const seed = randomInt(2 ** 31);
const patienceMs = 300_000;

// Few kills: `npm run chaos` has the many. These prove that it would tell.
describe(`the ground, killed again and again (seed ${seed})`, () => {
  it('loses nothing and does nothing twice over PGlite', { timeout: patienceMs }, async () => {
    expect(await runChaos({ kills: 3, seed })).toMatchObject({ kills: 3, lost: 0, doubled: 0, gaps: 0, findings: [] });
  });

  const server = postgres();
  describe.skipIf(server.missing !== undefined)(`over ${server.title}`, () => {
    const servers = [server];
    afterAll(async () => {
      for (const each of servers) await each.dispose();
    });
    async function url(): Promise<string | undefined> {
      const own = postgres();
      servers.push(own);
      return (await own.settings()).DATABASE_URL;
    }

    it('loses nothing and does nothing twice', { timeout: patienceMs }, async () => {
      expect(await runChaos({ kills: 6, seed, databaseUrl: await url() })).toMatchObject({ lost: 0, doubled: 0, gaps: 0, findings: [] });
    });

    it('is found out with a cursor that moves before the effect', { timeout: patienceMs }, async () => {
      const { lost } = await runChaos({ kills: 4, seed, databaseUrl: await url(), plant: 'cursor-outside', only: ['deliver: effect'] });
      expect(lost).toBeGreaterThan(0);
    });

    it('is found out with a job that is enqueued after the commit', { timeout: patienceMs }, async () => {
      const { lost } = await runChaos({ kills: 4, seed, databaseUrl: await url(), plant: 'enqueue-after-commit', only: ['enqueue'] });
      expect(lost).toBeGreaterThan(0);
    });

    it('is found out without the watermark', { timeout: patienceMs }, async () => {
      const { gaps } = await runChaos({ kills: 4, seed, databaseUrl: await url(), plant: 'no-watermark', only: ['audit: head'] });
      expect(gaps).toBeGreaterThan(0);
    });
  });
});
