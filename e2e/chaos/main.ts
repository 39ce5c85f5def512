import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { postgres } from '#platform/database/testkit.ts';
import { runChaos } from './ground/chaos.ts';
import { plants } from './ground/world.ts';

/** `npm run chaos -- ground --kills 500 --seed 1`: on PGlite, and on PostgreSQL where TEST_DATABASE_URL names one. */
const usage = `usage: npm run chaos -- ground [--kills 100] [--seed <n>] [--database pglite|postgresql] [--plant ${plants.join('|')}]\n`;
const killsMax = 100_000;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(randomBytes(4).readUInt32BE()) },
    database: { type: 'string' },
    plant: { type: 'string' },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed);
const plant = plants.find((known) => known === values.plant);
const good =
  positionals[0] === 'ground' &&
  kills >= 1 &&
  kills <= killsMax &&
  Number.isInteger(seed) &&
  (values.plant === undefined || plant !== undefined);
if (!good) {
  process.stderr.write(usage);
  process.exit(2);
}

const total = { kills: 0, lost: 0, doubled: 0, gaps: 0 };
const server = postgres();
for (const database of ['pglite', 'postgresql'] as const) {
  if (values.database !== undefined && values.database !== database) continue;
  if (database === 'postgresql' && server.missing !== undefined) {
    process.stdout.write(`PostgreSQL: ${server.missing}\n`);
    continue;
  }
  process.stdout.write(`${database}: ${kills} kills, seed ${seed}${plant === undefined ? '' : `, planted: ${plant}`}\n`);
  const databaseUrl = database === 'postgresql' ? (await server.settings()).DATABASE_URL : undefined;
  const from = performance.now();
  const result = await runChaos({ kills, seed, databaseUrl, plant, onProgress: (text) => process.stdout.write(`  ${text}\n`) });
  const met = Object.entries(result.met).sort(([a], [b]) => (a < b ? -1 : 1));
  process.stdout.write(
    `  ${result.orders} orders in ${((performance.now() - from) / 1000).toFixed(0)} s; ${met.map(([point, times]) => `${point} ${times}`).join(', ')}\n`,
  );
  for (const finding of result.findings) process.stdout.write(`  FOUND ${finding}\n`);
  total.kills += result.kills;
  total.lost += result.lost;
  total.doubled += result.doubled;
  total.gaps += result.gaps;
}
if (server.missing === undefined) await server.dispose();
process.stdout.write(`${JSON.stringify(total)}\n`);
process.exitCode = total.lost + total.doubled + total.gaps === 0 ? 0 : 1;
