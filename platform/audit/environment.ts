import { z } from 'zod';
import { readEnvironment } from '../environment.ts';

/** What `npm run audit` has to know. */
export function readAuditEnvironment() {
  return readEnvironment(
    z.object({
      DATABASE_URL: z.string().optional(),
      DATABASE_DIR: z.string().default('.portico/database'),
      AUDIT_PUBLIC_KEY: z.string().optional(),
    }),
    process.env,
  );
}
