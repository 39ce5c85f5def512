import { sql } from 'kysely';
import { testDatabases } from '#platform/database/testkit.ts';
import { type Figures, measure } from './measure.ts';

/**
 * How much the ground carries: events appended in transactions of their own and delivered to a subscriber that writes a row
 * for each, the time from commit to subscriber, and jobs whose effect is a row. The last line is one JSON object.
 */
const count = 3_000;
const say = (line: string) => process.stdout.write(`${line}\n`);
const shown = (value: number | undefined, digits: number) => (value === undefined ? '-' : value.toFixed(digits));

const figures: Record<string, Figures> = {};
for (const subject of testDatabases()) {
  if (subject.missing !== undefined) {
    say(`${subject.title}`);
    continue;
  }
  const database = await subject.open();
  await sql`create table bench_row (n integer not null)`.execute(database.tables());
  const { DATABASE_URL: url } = await subject.settings();
  const found = await measure(database, url, count);
  figures[subject.title] = found;
  await database.stop();
  await subject.dispose();
  say(`${subject.title}:`);
  say(
    `  events appended and delivered  ${shown(found.eventsASecond, 0)} a second, ${shown(found.eventsAProcessorSecond, 0)} a processor second of ours`,
  );
  say(
    `  commit to subscriber           ${shown(found.latencyMs, 1)} ms at the median; in another process ${shown(found.latencyToAnotherProcessMs, 1)} ms`,
  );
  say(
    `  jobs worked on                 ${shown(found.jobsASecond, 0)} a second, ${shown(found.jobsAProcessorSecond, 0)} a processor second of ours`,
  );
}
say(JSON.stringify(figures));
