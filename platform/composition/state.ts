import type { Migrations } from '../database/migrate.ts';
import type { EventDefinition } from '../events/definition.ts';
import type { QueueDefinition } from '../jobs/definition.ts';

/** What a part remembers and does by itself, told before anything runs. */
export interface State {
  /** Its own tables, which no other part reads or writes; brought up to date before it starts. */
  readonly tables: Migrations;
  /** The facts that it appends to the journal; `schema/events/` has the schema of each. */
  readonly events: readonly EventDefinition[];
  /** The work that goes on after its answers. */
  readonly queues: readonly QueueDefinition[];
}
