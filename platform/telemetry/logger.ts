import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

const secretFields = ['password', 'secret', 'token', 'authorization', 'sessionId', 'cookie', 'pan'];

/** A JSON logger. Fields that may hold a secret are censored wherever they stand, up to two levels deep. */
export function createLogger(name: string, level: string): Logger {
  return pino({
    name,
    level,
    redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[secret]' },
  });
}
