import type { Mount } from '../http/mount.ts';
import type { Service } from '../lifecycle.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Tracing } from '../telemetry/tracing.ts';
import type { Given, Needs } from './need.ts';
import type { RealmClient } from './realm-client.ts';
import type { SettingTable, Values } from './setting.ts';

/** The process that a part runs in. */
export interface Process {
  readonly mode: 'development' | 'production';
  /** Where it answers, on this machine, without a slash at its end: `http://localhost:4000`. */
  readonly origin: string;
  /** How people and messengers reach the bank: `https://api.bank`. */
  readonly publicUrl: string;
  /** Whether another part, by its name in PORTICO_PARTS, runs here as well. */
  has(part: string): boolean;
}

export interface PartTools {
  readonly process: Process;
  readonly tracing: Tracing;
  readonly logger: Logger;
}

/** A part that has been created and not yet started. */
export interface RunningPart {
  /** What it serves: at the gateway's address where the gateway is in the same process, else at the process's own. */
  readonly mounts: readonly Mount[];
  /** What has to run before requests are taken, and until the last of them is answered. */
  readonly beforeListening?: Service;
  /** What calls the gateway: it starts once requests are taken, and ends while they still are. */
  readonly afterListening?: Service;
}

/**
 * Something that the bank runs beside the graph: a page, the bots, the identity stand-in. A client's `index.ts` has one; it is in
 * the bank once it stands in `clients/clients.ts`. Its listener, `/health/live`, `/health/ready`, metrics and drain are the process's.
 */
export interface Part<Table extends SettingTable = SettingTable, Wanted extends Needs = Needs, Running extends RunningPart = RunningPart> {
  readonly name: string;
  /** Its name in PORTICO_PARTS, which others may share: all pages are `pages`. */
  readonly part: string;
  /** For people: `web bank`. */
  readonly title: string;
  /** Where people find it; absent where they do not look for it. */
  readonly path?: string;
  /** It stands for something that is real in production. */
  readonly isForDevelopment: boolean;
  readonly settings: Table;
  readonly needs: Wanted;
  /** As whom it, or its pages, gets tokens of the realm. */
  readonly realmClients?: readonly RealmClient[];
  /** Whether `PORTICO_PARTS=all` means it too in production; it does unless this says no. */
  isWanted?(settings: Values<Table>): boolean;
  /** What is wrong with the settings beyond what each of them says by itself, a line each. */
  faultsOf?(settings: Values<Table>, process: FaultsAround): string[];
  create(settings: Values<Table>, given: Given<Wanted>, tools: PartTools): Running;
}

/** What faults of settings may depend on. */
export interface FaultsAround extends Pick<Process, 'mode' | 'has'> {
  /** The address that the process listens on. */
  readonly host: string;
}

/** The descriptor as it was given; for the types of its parts, which follow from one another. */
export function definePart<const Table extends SettingTable, const Wanted extends Needs, Running extends RunningPart>(
  part: Part<Table, Wanted, Running>,
): Part<Table, Wanted, Running> {
  return part;
}
