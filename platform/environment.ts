import type { z } from 'zod';

/** The environment is wrong; `message` lists every fault, one a line, and never a value. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/**
 * Reads one role's settings from the environment, once, at start-up. All faults are shown together. Values stay out of
 * the message because some of them are secrets.
 */
export function readEnvironment<Schema extends z.ZodObject>(schema: Schema, source: NodeJS.ProcessEnv): z.infer<Schema> {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new EnvironmentError(`The environment is not right:\n${lines.join('\n')}\nThe README's table says what each one means.`);
}
