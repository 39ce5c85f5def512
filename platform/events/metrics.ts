import { Counter, Gauge } from 'prom-client';
import type { MetricsRegistry } from '../telemetry/metrics.ts';
import type { EventInput } from './append.ts';
import type { Look } from './delivery.ts';

export interface JournalMetrics {
  appended(inputs: readonly EventInput[]): void;
  lookOf(subscriber: string): (look: Look) => void;
}

export function createJournalMetrics(registry: MetricsRegistry | undefined): JournalMetrics {
  if (registry === undefined) return { appended: () => {}, lookOf: () => () => {} };
  const registers = [registry];
  const appended = new Counter({ name: 'portico_events_appended_total', help: 'Events appended.', labelNames: ['event'], registers });
  const labelNames = ['subscriber'] as const;
  const delivered = new Counter({ name: 'portico_events_delivered_total', help: 'Events delivered.', labelNames, registers });
  const behind = new Gauge({ name: 'portico_events_behind', help: 'Events that a subscriber has not passed.', labelNames, registers });
  const parked = new Gauge({ name: 'portico_events_parked', help: 'Events that a subscriber cannot handle.', labelNames, registers });
  return {
    appended(inputs) {
      for (const { event } of inputs) appended.inc({ event: event.name });
    },
    lookOf: (subscriber) => (look) => {
      delivered.inc({ subscriber }, look.delivered);
      behind.set({ subscriber }, look.behind);
      parked.set({ subscriber }, look.parked);
    },
  };
}
