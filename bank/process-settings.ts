import { z } from 'zod';
import { optional, withDefault } from '#platform/composition/setting.ts';
import { httpAddress, origin, port, text, wholeNumber } from '#platform/composition/setting-kinds.ts';

/** What every process may be told, whatever runs in it. */
export const processSettings = {
  PORTICO_MODE: withDefault('development', {
    schema: z.enum(['development', 'production'], { error: 'must be development or production' }),
    description: '`development`, or `production`: no simulators, no identity stand-in, introspection for the role `explorer` only',
  }),
  PORTICO_PARTS: withDefault('all', {
    schema: z
      .string()
      .regex(/^[a-z\d-]+(:[a-z\d-]+)?(,[a-z\d-]+(:[a-z\d-]+)?)*$/, { error: 'must be names of parts with commas between them' }),
    description: 'what runs in this process: `all`, or names with commas between them ([deployment](docs/deployment.md) has them)',
  }),
  HOST: withDefault('127.0.0.1', { schema: text, description: 'the address that the process listens on, for the gateway, pages and bots' }),
  PORT: withDefault(4_000, { schema: port, description: 'its port; 0 takes any' }),
  LOG_LEVEL: withDefault('warn', {
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be trace, debug, info, warn, error or silent',
    }),
    description: '`trace`, `debug`, `info`, `warn`, `error` or `silent`; logs are JSON lines',
  }),
  DRAIN_DELAY_MS: withDefault(0, {
    schema: wholeNumber(0, 25_000, 'must be milliseconds, 0 to 25000'),
    description: 'for how long `/health/ready` says no before new connections are refused, so that a load balancer can look away first',
  }),
  PUBLIC_URL: optional({
    schema: origin,
    description: 'how people and other processes reach the bank: `https://api.bank`',
    without: '`http://localhost:` and the port',
  }),
  GATEWAY_URL: optional({
    schema: httpAddress,
    description: 'where bots find the gateway that is not in their process: `http://gateway.bank:4000`',
    without: 'none',
  }),
  METRICS_HOST: withDefault('127.0.0.1', {
    schema: text,
    description: 'the address that `/metrics` is served on, for Prometheus, and never at the front door',
  }),
  METRICS_PORT: withDefault(9_464, {
    schema: z.union([z.literal('off'), port], { error: 'must be a port, 0 to 65535, or off' }),
    description: 'its port; 0 takes any, `off` serves none',
  }),
};
