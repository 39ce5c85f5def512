import { z } from 'zod';
import { readEnvironment } from '#platform/environment.ts';
import { tracingSettings } from '#platform/telemetry/tracing-environment.ts';

/** Every setting of a process of the bank. The README's table is checked against this. */
const wrongPort = { error: 'must be a port, 0 to 65535' };
const port = z.coerce.number(wrongPort).int(wrongPort).min(0, wrongPort).max(65_535, wrongPort);
const url = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const wrongTime = { error: 'must be milliseconds, 50 to 60000' };
const milliseconds = z.coerce.number(wrongTime).int(wrongTime).min(50, wrongTime).max(60_000, wrongTime);
const wrongDelay = { error: 'must be milliseconds, 0 to 25000' };
const wrongCount = { error: 'must be a whole number, 1 to 100000' };

/** An origin as a browser sends it: scheme, host and port, nothing behind. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

export const settings = z.object({
  PORTICO_MODE: z.enum(['development', 'production'], { error: 'must be development or production' }).default('development'),
  PORTICO_PARTS: z
    .string()
    .regex(/^[a-z-]+(:[a-z-]+)?(,[a-z-]+(:[a-z-]+)?)*$/, { error: 'must be names of parts with commas between them' })
    .default('all'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.min(1, { error: 'must be a port, 1 to 65535' }).default(4000),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], { error: 'must be trace, debug, info, warn, error or silent' })
    .default('warn'),
  REQUEST_DEADLINE_MS: milliseconds.default(10_000),
  CONCURRENCY_MAX: z.coerce.number(wrongCount).int(wrongCount).min(1, wrongCount).max(100_000, wrongCount).default(1_000),
  DRAIN_DELAY_MS: z.coerce.number(wrongDelay).int(wrongDelay).min(0, wrongDelay).max(25_000, wrongDelay).default(0),
  PUBLIC_URL: z.string().refine(isOrigin, { error: 'must be an address without a path, such as https://api.bank' }).optional(),
  CORS_ORIGINS: z
    .string()
    .refine((text) => text === '' || text.split(',').every(isOrigin), {
      error: 'must be origins such as https://app.bank with commas between them',
    })
    .default(''),
  IDENTITY_ISSUER: url.optional(),
  IDENTITY_JWKS_URL: url.optional(),
  IDENTITY_AUDIENCE: z.string().min(1).default('portico-api'),
  SUBGRAPH_HOST: z.string().min(1).default('127.0.0.1'),
  SUBGRAPH_PORT: port.default(0),
  SUBGRAPH_URL: z
    .string()
    .regex(/^https?:\/\/\S*\{name\}\S*$/, { error: 'must be an address with {name} in it' })
    .optional(),
  GATEWAY_SIGNING_KEY: z.string().optional(),
  GATEWAY_PUBLIC_KEY: z.string().optional(),
  ID_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  LEGACY_DEADLINE_MS: milliseconds.default(3_000),
  CORE_BANKING_URL: url.optional(),
  CORE_BANKING_USER: z.string().min(1).optional(),
  CORE_BANKING_PASSWORD: z.string().min(1).optional(),
  CARD_PROCESSING_URL: url.optional(),
  CARD_PROCESSING_USER: z.string().min(1).optional(),
  CARD_PROCESSING_PASSWORD: z.string().min(1).optional(),
  CERBERUS_URL: url.optional(),
  CERBERUS_TOKEN_URL: url.optional(),
  CERBERUS_CLIENT_ID: z.string().min(1).default('portico-cerberus'),
  CERBERUS_CLIENT_SECRET: z.string().min(8, { error: 'must have at least 8 characters' }).optional(),
  BILLER_HUB_URL: url.optional(),
  BILLER_HUB_PARTNER: z.string().min(1).optional(),
  BILLER_HUB_PASSWORD: z.string().min(1).optional(),
  DATABASE_DIR: z.string().min(1).default('.portico/database'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: 'must begin with postgresql://' })
    .optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d{1,20}:[\w-]{20,100}$/, { error: 'must look as BotFather gives it' })
    .optional(),
  TELEGRAM_API_ROOT: url.default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, { error: 'must have 16 to 256 characters of A-Z, a-z, 0-9, _ and -' })
    .optional(),
  MESSENGERS_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, { error: 'must be 32 bytes in base64' })
    .optional(),
  MESSENGERS_CLIENT_SECRET: z.string().min(8, { error: 'must have at least 8 characters' }).optional(),
  BANK_PHONE: z.string().min(3).max(40).default('0 800 000 000'),
  ...tracingSettings,
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_PORT: z.union([z.literal('off'), port], { error: 'must be a port, 0 to 65535, or off' }).default(9464),
  CORE_BANKING_SIMULATOR_PORT: port.default(4201),
  CARD_PROCESSING_SIMULATOR_PORT: port.default(4202),
  CERBERUS_SIMULATOR_PORT: port.default(4203),
  BILLER_HUB_SIMULATOR_PORT: port.default(4204),
});

export type Settings = z.infer<typeof settings>;

export function readSettings(source: NodeJS.ProcessEnv = process.env): Settings {
  return readEnvironment(settings, source);
}
