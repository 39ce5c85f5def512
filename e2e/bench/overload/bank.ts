import 'reflect-metadata';
import { startBank } from '#bank/bank.ts';
import { readSettings } from '#bank/environment.ts';
import { createLogger } from '#platform/telemetry/logger.ts';

/** The gateway and the subgraphs in a process of their own, so that its processor time is theirs alone. */
const settings = readSettings();
const bank = await startBank(settings, createLogger('bench', settings.LOG_LEVEL));
process.on('message', (question) => {
  if (question === 'processor time') process.send?.(process.cpuUsage());
});
process.once('disconnect', () => process.exit(0));
process.send?.(bank.url);
