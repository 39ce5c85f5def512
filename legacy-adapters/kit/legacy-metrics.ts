import { Counter, Gauge, Histogram } from 'prom-client';
import { LegacyFailure, type LegacyFailureKind } from '#platform/errors.ts';
import type { MetricsRegistry } from '#platform/telemetry/metrics.ts';
import type { Bulkhead } from './resilience/bulkhead.ts';
import type { Circuit } from './resilience/circuit.ts';
import type { SignInTally } from './sign-in/sign-in.ts';

/** What is read off one system when somebody collects. */
export interface Gauged {
  readonly system: string;
  readonly circuit: Circuit;
  readonly bulkhead: Bulkhead;
  readonly tallies: readonly Readonly<SignInTally>[];
}

/** How a call ended: a member of the taxonomy, OK, or INTERNAL for a fault of ours. */
export type CallOutcome = LegacyFailureKind | 'OK' | 'INTERNAL';

export interface LegacyMetrics {
  called(system: string, operation: string, outcome: CallOutcome, milliseconds: number): void;
  retried(system: string, operation: string): void;
  /** Shows a system's gauges from now on; the answer takes them away again. */
  show(gauged: Gauged): () => void;
}

const none: LegacyMetrics = { called: () => {}, retried: () => {}, show: () => () => {} };
const registered = new WeakMap<MetricsRegistry, LegacyMetrics>();
/** From an answer out of a cache to the longest deadline. */
const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const circuitValues = { closed: 0, 'half-open': 1, open: 2 } as const;

/** The metrics of all legacy systems in one registry; without a registry nothing is counted. */
export function legacyMetricsIn(registry: MetricsRegistry | undefined): LegacyMetrics {
  if (registry === undefined) return none;
  const known = registered.get(registry) ?? register(registry);
  registered.set(registry, known);
  return known;
}

export function outcomeOf(error: unknown): CallOutcome {
  return error instanceof LegacyFailure ? error.kind : 'INTERNAL';
}

function register(registry: MetricsRegistry): LegacyMetrics {
  const registers = [registry];
  const systems = new Set<Gauged>();

  const calls = new Counter({
    name: 'portico_legacy_calls_total',
    help: 'Calls of legacy systems by how they ended, each once, however often it was retried.',
    labelNames: ['system', 'operation', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'portico_legacy_call_seconds',
    help: 'How long calls of legacy systems took, with waiting, sign-in and retries.',
    labelNames: ['system', 'operation'],
    buckets: secondsBuckets,
    registers,
  });
  const retries = new Counter({
    name: 'portico_legacy_retries_total',
    help: 'Attempts after the first one.',
    labelNames: ['system', 'operation'],
    registers,
  });
  gauge(
    'portico_legacy_circuit_state',
    'Whether a system is asked: 0 closed (asked), 1 half open (tried), 2 open (left alone).',
    (system) => circuitValues[system.circuit.state],
  );
  gauge('portico_legacy_calls_in_flight', 'Calls that have a place in the bulkhead.', (system) => system.bulkhead.inUse);
  gauge('portico_legacy_calls_waiting', 'Calls that wait for a place in the bulkhead.', (system) => system.bulkhead.waiting);
  new Counter({
    name: 'portico_legacy_sign_ins_total',
    help: 'Log-ins and tokens asked for, by how that ended: done, refused or failed.',
    labelNames: ['system', 'outcome'],
    registers,
    collect() {
      this.reset();
      for (const { system, tallies } of systems) {
        for (const tally of tallies) for (const [outcome, count] of Object.entries(tally)) this.inc({ system, outcome }, count);
      }
    },
  });

  function gauge(name: string, help: string, read: (system: Gauged) => number): void {
    new Gauge({
      name,
      help,
      labelNames: ['system'],
      registers,
      collect() {
        this.reset();
        for (const gauged of systems) this.set({ system: gauged.system }, read(gauged));
      },
    });
  }

  return {
    called(system, operation, outcome, milliseconds) {
      calls.inc({ system, operation, outcome });
      seconds.observe({ system, operation }, milliseconds / 1_000);
    },
    retried: (system, operation) => retries.inc({ system, operation }),
    show(gauged) {
      systems.add(gauged);
      return () => systems.delete(gauged);
    },
  };
}
