import 'reflect-metadata';
import { EnvironmentError } from '#platform/environment.ts';
import { stopOnSignals } from '#platform/lifecycle.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { startBank } from './bank.ts';
import { readSettings } from './environment.ts';
import { startupBanner } from './startup-banner.ts';

const startedAt = performance.now();
const stopPatienceMs = 30_000;

try {
  const settings = readSettings();
  const logger = createLogger('portico', settings.LOG_LEVEL);
  const bank = await startBank(settings, logger);
  stopOnSignals(() => bank.stop(), stopPatienceMs, logger);
  const tookMs = Math.round(performance.now() - startedAt);
  if (settings.PORTICO_MODE === 'development') process.stdout.write(startupBanner(bank, settings, tookMs));
  else logger.info({ url: bank.url, metricsUrl: bank.metricsUrl, parts: settings.PORTICO_PARTS, tookMs }, 'ready');
} catch (error) {
  // Whoever started the bank reads this: what is wrong and what to do, without a stack where the fault is in the settings.
  const text = error instanceof EnvironmentError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
