import { z } from 'zod';

/** What a person or a test may make a simulated system do. Mutable: a change holds from the next call on. */
export interface Switches {
  /** How long each answer takes. */
  latencyMs: number;
  /** The share of calls, 0 to 1, that end with HTTP 500 and a Fault that shows the system's internals. */
  errorRate: number;
  /** The next so many calls end that way; counts itself down. */
  failNext: number;
  /** Calls are never answered. */
  hang: boolean;
  /** The answer ends after so many bytes, or half-way, and the connection is closed cleanly. The operation was done. */
  truncateAt: number | 'half' | null;
  /** Every session is dropped before the next call; goes back to false by itself. Core banking only. */
  expireSessions: boolean;
  /** The switches hold for these operations only; empty means for all. */
  operations: string[];
}

export const allowedSwitches = {
  latencyMs: 'a whole number, 0 to 60000',
  errorRate: 'a number, 0 to 1',
  failNext: 'a whole number, 0 to 1000000',
  hang: 'true or false',
  truncateAt: 'a number of bytes, 0 to 100000000, or "half", or null',
  expireSessions: 'true or false; core banking only',
  operations: 'a list of names of operations; [] means all',
} as const satisfies Record<keyof Switches, string>;

const change = z.strictObject({
  latencyMs: z.int().min(0).max(60_000).optional(),
  errorRate: z.number().min(0).max(1).optional(),
  failNext: z.int().min(0).max(1_000_000).optional(),
  hang: z.boolean().optional(),
  truncateAt: z.union([z.int().min(0).max(100_000_000), z.literal('half'), z.null()]).optional(),
  expireSessions: z.boolean().optional(),
  operations: z.array(z.string().max(60)).max(50).optional(),
});

export function createSwitches(initial: Partial<Switches> = {}): Switches {
  return { latencyMs: 40, errorRate: 0, failNext: 0, hang: false, truncateAt: null, expireSessions: false, operations: [], ...initial };
}

export type SwitchesChange = { readonly change: Partial<Switches> } | { readonly faults: readonly string[] };

/** Reads a change of switches from JSON; each fault says where it is and what is allowed there. */
export function readSwitchesChange(json: string, operations: readonly string[], hasSessions: boolean): SwitchesChange {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { faults: ['the body is not JSON'] };
  }
  const result = change.safeParse(value);
  if (!result.success) return { faults: result.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`) };
  const { data } = result;
  const unknownOnes = (data.operations ?? []).filter((operation) => !operations.includes(operation));
  if (unknownOnes.length > 0) return { faults: [`operations: no ${unknownOnes.join(', ')} here; there are ${operations.join(', ')}`] };
  if (data.expireSessions === true && !hasSessions) return { faults: ['expireSessions: this system has no sessions'] };
  return { change: Object.fromEntries(Object.entries(data).filter(([, given]) => given !== undefined)) };
}
