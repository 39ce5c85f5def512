import { writeSync } from 'node:fs';
import { z } from 'zod';
import { judge } from './judge.ts';
import { createRandom } from './random.ts';
import { setTrap } from './trap.ts';
import { openWorld, plants, RolledBack } from './world.ts';

const taskSchema = z.object({
  world: z.object({
    databaseUrl: z.string().optional(),
    folder: z.string(),
    signingKey: z.string(),
    plant: z.enum(plants).optional(),
  }),
  /** Names the orders of this life. */
  life: z.number().int(),
  seed: z.number().int(),
  writers: z.number().int(),
  kill: z.object({ point: z.string(), phase: z.enum(['before', 'after']), occurrence: z.number().int() }).optional(),
  /** The last life: nothing is written any more, everything is finished, and the result is told. */
  judge: z.boolean(),
});

const pauseMsMax = 15;
const subjects = 5;

/** One life of a process of the bank: it lives until it is killed. What it says goes out at once, so that nothing said is lost. */
const task = taskSchema.parse(JSON.parse(process.argv[2] ?? ''));
const say = (line: string) => writeSync(1, `${line}\n`);
const random = createRandom(task.seed + task.life);

const trap = task.kill === undefined ? undefined : setTrap(task.kill);
if (task.world.databaseUrl !== undefined) trap?.overPostgres();
const world = await openWorld(task.world);
const driver = world.database.driver();
if (driver.kind === 'pglite') trap?.overPglite(driver.pglite);
await world.start();

const pause = async () => {
  const ms = Math.floor(random() * pauseMsMax);
  if (ms > 3) await new Promise((resolve) => setTimeout(resolve, ms));
};

async function write(writer: number): Promise<void> {
  for (let n = 0; ; n += 1) {
    const order = `${task.life}-${writer}-${n}`;
    try {
      await world.place(order, `customer-${Math.floor(random() * subjects)}`, pause, random() < 0.1);
      say(`done ${order}`);
    } catch (error) {
      if (!(error instanceof RolledBack)) say(`fault ${error instanceof Error ? error.message : 'unknown'}`);
    }
    await pause();
  }
}

if (task.judge) {
  say(`result ${JSON.stringify(await judge(world, task.world))}`);
  await world.stop();
} else {
  trap?.arm();
  say('ready');
  await Promise.all(Array.from({ length: task.writers }, (_, writer) => write(writer)));
}
