import { type DestinationStream, type Logger, pino } from 'pino';
import { redactText } from './redact.ts';

export type { Logger } from 'pino';

const secretFields = ['password', 'secret', 'token', 'authorization', 'sessionId', 'cookie', 'pan'];
const depthMax = 5;
const itemsMax = 50;

/**
 * A JSON logger, to standard output unless told otherwise. Fields that may hold a secret are censored wherever they stand, up to two
 * levels deep. Errors, and the fields `detail`, `why` and `data`, hold texts that others have made, so card numbers in them are masked;
 * a text from outside goes into no other field.
 */
export function createLogger(name: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    name,
    level,
    redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[secret]' },
    serializers: {
      err: (error: unknown) => redactWithin(pino.stdSerializers.err(error as Error)),
      detail: redactWithin,
      why: redactWithin,
      data: redactWithin,
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Every text in a value, as deep as errors of libraries go. */
function redactWithin(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= depthMax) return '[deeper]';
  if (Array.isArray(value)) return value.slice(0, itemsMax).map((item) => redactWithin(item, depth + 1));
  const entries = Object.entries(value).slice(0, itemsMax);
  return Object.fromEntries(entries.map(([key, inner]) => [redactText(key), redactWithin(inner, depth + 1)]));
}
