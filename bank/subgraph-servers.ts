import type { KeyObject } from 'node:crypto';
import { type Dependencies, resolveNeeds } from '#platform/composition/need.ts';
import { valuesOf } from '#platform/composition/setting.ts';
import type { HttpServer } from '#platform/http/http-server.ts';
import { createPrincipalVerifier } from '#platform/principal/principal-token.ts';
import type { SubgraphDescriptor } from '#subgraphs/kit/descriptor.ts';
import { createGraphIds } from '#subgraphs/kit/graph-ids.ts';
import { subgraphSettings } from '#subgraphs/kit/settings.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';
import { createSubgraphServer } from '#subgraphs/kit/subgraph-server.ts';
import type { ProcessContext } from './process-context.ts';

/** The subgraphs of this process, which have said what they work on; none of them answers yet. */
export function createSubgraphs(
  subgraphs: readonly SubgraphDescriptor[],
  dependencies: Dependencies,
  { given }: Pick<ProcessContext, 'given'>,
): readonly Subgraph[] {
  return subgraphs.map(({ name, needs, settings, ...descriptor }) => {
    const subgraph: Subgraph = { name, ...descriptor.create(resolveNeeds(needs, dependencies), valuesOf(settings, given)) };
    subgraph.registerWork?.();
    return subgraph;
  });
}

/** Starts them, each on a port of its own. */
export async function startSubgraphs(
  subgraphs: readonly Subgraph[],
  publicKey: KeyObject | undefined,
  { given, stack, tracing, logger }: ProcessContext,
): Promise<ReadonlyMap<string, HttpServer>> {
  const servers = new Map<string, HttpServer>();
  if (subgraphs.length === 0) return servers;
  if (publicKey === undefined) throw new Error('subgraphs have no key to know the gateway by');
  const { SUBGRAPH_HOST: host, SUBGRAPH_PORT: port, ID_SECRET } = valuesOf(subgraphSettings, given);
  const ids = createGraphIds(ID_SECRET);
  for (const subgraph of subgraphs) {
    const verifier = createPrincipalVerifier(publicKey, subgraph.name);
    servers.set(subgraph.name, await stack.start(createSubgraphServer({ subgraph, host, port, verifier, ids, tracing, logger })));
  }
  return servers;
}
