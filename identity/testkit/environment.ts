import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readEnvironment } from '#platform/environment.ts';

const { KEYCLOAK_HOME } = readEnvironment(z.object({ KEYCLOAK_HOME: z.string().optional() }), process.env);

/** An unpacked Keycloak distribution, when the machine has one. */
export const keycloakHome = KEYCLOAK_HOME !== undefined && existsSync(join(KEYCLOAK_HOME, 'bin', 'kc.sh')) ? KEYCLOAK_HOME : undefined;

/** What a child process needs of ours. */
export const inheritedEnvironment: NodeJS.ProcessEnv = process.env;
