import type { Logger } from './telemetry/logger.ts';

/** A part of the bank that runs until it is told to stop. */
export interface Service {
  readonly name: string;
  /** Resolves once the service answers requests. */
  start(): Promise<void>;
  /** Takes no new work, finishes what it has accepted, and lets go of everything it holds. Safe to call twice. */
  stop(): Promise<void>;
}

/** Services that were started one on top of another. */
export interface ServiceStack {
  /** Starts a service on top of those that run. When it fails, all of them are stopped and the failure is thrown. */
  start<Started extends Service>(service: Started): Promise<Started>;
  /** Stops every service, the last started first, so that nobody loses what it depends on. */
  stop(): Promise<void>;
}

export function createServiceStack(logger: Logger): ServiceStack {
  const running: Service[] = [];

  async function stop(): Promise<void> {
    for (const service of running.splice(0).reverse()) {
      await service.stop().catch((error: unknown) => logger.error({ err: error, service: service.name }, 'did not stop cleanly'));
    }
  }

  return {
    async start(service) {
      try {
        await service.start();
      } catch (error) {
        await stop();
        throw error;
      }
      running.push(service);
      logger.debug({ service: service.name }, 'started');
      return service;
    },
    stop,
  };
}

const oneKeyPressMs = 1_000;

/** Calls `stop` on the first SIGINT or SIGTERM; a later one, or a stop that outlasts `patienceMs`, ends the process at once. */
export function stopOnSignals(stop: () => Promise<void>, patienceMs: number, logger: Logger): void {
  let stoppingSince: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stoppingSince !== undefined) {
      // One Ctrl-C in a terminal arrives twice: from the terminal and from npm, which passes it on.
      if (performance.now() - stoppingSince > oneKeyPressMs) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    logger.info({ signal }, 'stopping: finishing accepted requests');
    setTimeout(() => {
      logger.error({ patienceMs }, 'did not stop in time');
      process.exit(1);
    }, patienceMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
