import 'reflect-metadata';
import { EnvironmentError } from '../platform/environment.ts';
import { stopOnSignals } from '../platform/lifecycle.ts';
import { createLogger } from '../platform/logger.ts';
import { startBank } from './bank.ts';
import { readSettings } from './environment.ts';
import { readySign } from './ready-sign.ts';

const startedAt = performance.now();
const stopPatienceMs = 30_000;

try {
  const settings = readSettings();
  const logger = createLogger('portico', settings.LOG_LEVEL);
  const bank = await startBank(settings, logger);
  stopOnSignals(() => bank.stop(), stopPatienceMs, logger);
  process.stdout.write(readySign(bank, settings, performance.now() - startedAt));
} catch (error) {
  // Whoever started the bank reads this: what is wrong and what to do, without a stack where the fault is in the settings.
  const known = error instanceof EnvironmentError || (error instanceof Error && error.message.includes('port'));
  process.stderr.write(`${error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error)}\n`);
  process.exit(1);
}
