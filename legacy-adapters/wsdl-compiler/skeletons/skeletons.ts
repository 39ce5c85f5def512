import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Plan } from '../compiler/plan.ts';
import { Diagnostics } from '../schema/diagnostics.ts';
import { readModel } from '../schema/read-model.ts';
import { adapterFiles } from './adapter.ts';
import { graphOf } from './graph.ts';
import { Samples } from './sample.ts';
import { sampleOperations } from './sampled-operations.ts';
import { serviceOf } from './service.ts';
import { sessionOf } from './session.ts';
import type { SignInKind } from './sign-ins.ts';
import { subgraphFiles } from './subgraph.ts';
import { freeSimulatorPort, wiringOf } from './wiring.ts';

export interface SkeletonOptions {
  readonly root: string;
  readonly name: string;
  /** The WSDL in the adapter's folder. */
  readonly file: string;
  readonly signIn: SignInKind;
}

export interface Skeletons {
  /** By their paths from the root. */
  readonly files: ReadonlyMap<string, string>;
  /** What they lack, and why. */
  readonly notes: readonly string[];
  /** What is still to be done by hand, in order. */
  readonly wiring: readonly string[];
}

/** Everything around generated code that a person goes on from. A sentence where there can be none. */
export async function skeletonsOf({ root, name, file, signIn }: SkeletonOptions): Promise<Skeletons | string> {
  const { model } = readModel(file, { locations: new Map() }, new Diagnostics());
  if (model.operations.length === 0) return 'a schema has no operations';
  const plan = new Plan(model, new Diagnostics());
  const service = serviceOf(plan, name, file);
  if (typeof service === 'string') return service;
  const session = signIn === 'session' ? sessionOf(plan, service) : undefined;
  if (typeof session === 'string') return `--sign-in session: ${session}`;
  const folder = `legacy-adapters/${name}`;
  const sampling = await sampleOperations(service, new Samples(plan), path.join(root, folder, 'generated'), file);
  const others = globSync('schema/subgraphs/*.graphql', { cwd: root }).filter((each) => path.basename(each, '.graphql') !== name);
  const sdls = others.sort().map((each) => readFileSync(path.join(root, each), 'utf8'));
  const isSignIn = (operation: string) => operation === session?.login.name || operation === session?.logout?.name;
  const graph = graphOf(
    plan,
    service,
    service.operations.filter((operation) => !isSignIn(operation.name)),
    sdls,
  );
  const hasSubgraph = existsSync(path.join(root, 'subgraphs', name, 'subgraph.ts'));
  const subgraph = hasSubgraph ? new Map<string, string>() : subgraphFiles(service, graph);
  const records = subgraph.size === 0 ? [] : graph.classes.map(({ record }) => record);
  const adapter = adapterFiles({
    plan,
    service,
    sampled: sampling.operations,
    signIn,
    session,
    simulatorPort: freeSimulatorPort(root),
    records,
  });
  const files = new Map([
    ...[...adapter].map(([local, text]) => [`${folder}/${local}`, text] as const),
    ...[...subgraph].map(([local, text]) => [`subgraphs/${name}/${local}`, text] as const),
  ]);
  const none =
    subgraph.size === 0 && !hasSubgraph
      ? ['there is no subgraph, since no read operation asks for plain values and answers with what GraphQL has']
      : [];
  const notes = [...service.leftOut, ...sampling.leftOut, ...graph.leftOut.map((text) => `a query for ${text}`), ...none];
  return { files, notes, wiring: wiringOf(service, adapter.has('adapter.ts'), subgraph.size > 0 || hasSubgraph) };
}
