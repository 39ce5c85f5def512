import { generateKeyPairSync } from 'node:crypto';
import { databaseNeeds } from '#bank/dependency-settings.ts';
import { subgraphs } from '#bank/lists.ts';
import { postgres } from '#platform/database/testkit.ts';

/** What subgraphs that remember something are told where each is a process in production. */
export interface StatefulSettings {
  /** For whoever runs this subgraph; nothing where it remembers nothing. */
  of(subgraph: string): Promise<Readonly<Record<string, string>>>;
  dispose(): Promise<void>;
}

/** A database of this test's own on the PostgreSQL of this machine; where it has none, these subgraphs run in development, in memory. */
export function statefulSettings(): StatefulSettings {
  const database = postgres();
  const signingKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    async of(name) {
      const needs = Object.values(subgraphs.find((subgraph) => subgraph.name === name)?.needs ?? {});
      if (!needs.some((need) => databaseNeeds.some((each) => each.name === need.name))) return {};
      return database.missing === undefined
        ? { ...(await database.settings()), AUDIT_SIGNING_KEY: signingKey }
        : { PORTICO_MODE: 'development', DATABASE_DIR: 'memory' };
    },
    dispose: async () => {
      if (database.missing === undefined) await database.dispose();
    },
  };
}
