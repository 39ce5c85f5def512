import type { Given, Needs } from '#platform/composition/need.ts';
import type { SettingTable, Values } from '#platform/composition/setting.ts';
import type { State } from '#platform/composition/state.ts';
import type { Subgraph } from './subgraph.ts';

/** A right that a token may grant, as `requireScope` asks for it. `npm run compose` writes it into the realm. */
export interface Scope {
  /** `noun:verb`. */
  readonly name: string;
  /** For whoever reads the realm: one sentence. */
  readonly description: string;
  /**
   * Whose it may be: any customer's, in applications that name it (`realmClients`) and in the explorer, which asks for it; or
   * nobody's before it is given to somebody. The development client `portico-cli` may ask for either by name.
   */
  readonly grantedTo: 'customers' | 'nobody';
}

/**
 * One subgraph, as the bank sees it. `subgraphs/<name>/subgraph.ts` has it; it is in the graph once it stands in
 * `subgraphs/subgraphs.ts`. What it answers over HTTP, its health and its metrics are the same for all (`subgraph-server.ts`).
 */
export interface SubgraphDescriptor<Wanted extends Needs = Needs, Table extends SettingTable = SettingTable> {
  /** Its folder, its file in schema/subgraphs/, its address in the supergraph, and the part `subgraph:<name>`. */
  readonly name: string;
  /** What it is about, in a few words, for people: `balances and statements`. */
  readonly about: string;
  readonly scopes: readonly Scope[];
  readonly settings: Table;
  /** Ports of legacy systems and what else it needs; a process connects to no other. */
  readonly needs: Wanted;
  /** Its tables, events and queues; absent where it remembers nothing. */
  readonly state?: State;
  /** Asks nobody anything: `npm run compose` creates it with nothing to ask. */
  create(given: Given<Wanted>, settings: Values<Table>): Omit<Subgraph, 'name'>;
}

/** The descriptor as it was given; for the types of its parts, which follow from one another. */
export function defineSubgraph<const Wanted extends Needs, const Table extends SettingTable>(
  descriptor: SubgraphDescriptor<Wanted, Table>,
): SubgraphDescriptor<Wanted, Table> {
  return descriptor;
}
