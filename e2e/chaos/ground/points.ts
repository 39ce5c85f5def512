/** Where a process is killed: before or after a statement of this kind has been answered. */
export interface Point {
  readonly name: string;
  readonly matches: RegExp;
}

export const points: readonly Point[] = [
  { name: 'append', matches: /event_append/ },
  { name: 'commit', matches: /^commit$/i },
  { name: 'deliver: read', matches: /event_watermark/ },
  { name: 'deliver: effect', matches: /insert into "chaos_told"/ },
  { name: 'deliver: cursor', matches: /update "event_subscriber"/ },
  { name: 'enqueue', matches: /insert into \S*jobs\.job/i },
  { name: 'work: fetch', matches: /skip locked[\s\S]*jobs\.job|jobs\.job[\s\S]*skip locked/i },
  { name: 'work: effect', matches: /insert into "chaos_worked"/ },
  { name: 'work: end', matches: /jobs\.\S+[\s\S]*state = 'completed'/i },
  { name: 'effect outside', matches: /insert into "chaos_effect"/ },
  { name: 'audit: record', matches: /insert into "audit_entry"/ },
  { name: 'audit: seal', matches: /insert into "audit_seal"/ },
  { name: 'audit: head', matches: /update "audit_head"/ },
];

export interface Kill {
  readonly point: string;
  readonly phase: 'before' | 'after';
  /** The how-manieth statement of this kind. */
  readonly occurrence: number;
}
