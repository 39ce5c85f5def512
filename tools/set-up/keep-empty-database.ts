import { PGlite } from '@electric-sql/pglite';
import { keepEmptyCluster } from '#platform/database/empty-cluster.ts';

const pglite = await PGlite.create();
await keepEmptyCluster(pglite);
await pglite.close();
