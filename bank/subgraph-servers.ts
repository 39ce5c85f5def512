import type { KeyObject } from 'node:crypto';
import { type Dependencies, resolveNeeds } from '#platform/composition/need.ts';
import { valuesOf } from '#platform/composition/setting.ts';
import type { HttpServer } from '#platform/http/http-server.ts';
import { createPrincipalVerifier } from '#platform/principal/principal-token.ts';
import type { SubgraphDescriptor } from '#subgraphs/kit/descriptor.ts';
import { createGraphIds } from '#subgraphs/kit/graph-ids.ts';
import { subgraphSettings } from '#subgraphs/kit/settings.ts';
import { createSubgraphServer } from '#subgraphs/kit/subgraph-server.ts';
import type { ProcessContext } from './process-context.ts';

/** Starts the subgraphs of this process, each on a port of its own. */
export async function startSubgraphs(
  subgraphs: readonly SubgraphDescriptor[],
  publicKey: KeyObject | undefined,
  dependencies: Dependencies,
  { given, stack, tracing, logger }: ProcessContext,
): Promise<ReadonlyMap<string, HttpServer>> {
  const servers = new Map<string, HttpServer>();
  if (subgraphs.length === 0) return servers;
  if (publicKey === undefined) throw new Error('subgraphs have no key to know the gateway by');
  const { SUBGRAPH_HOST: host, SUBGRAPH_PORT: port, ID_SECRET } = valuesOf(subgraphSettings, given);
  const ids = createGraphIds(ID_SECRET);
  for (const { name, needs, settings, ...descriptor } of subgraphs) {
    const subgraph = { name, ...descriptor.create(resolveNeeds(needs, dependencies), valuesOf(settings, given)) };
    const verifier = createPrincipalVerifier(publicKey, name);
    servers.set(name, await stack.start(createSubgraphServer({ subgraph, host, port, verifier, ids, tracing, logger })));
  }
  return servers;
}
