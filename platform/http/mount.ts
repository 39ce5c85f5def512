import type { IncomingMessage, ServerResponse } from 'node:http';

/** Something that is served at an address which it shares with others: a page, webhooks, the embedded identity provider. */
export interface Mount {
  /** `/realms/` takes every path below it; `/` takes what nothing else does. */
  readonly prefix: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
}

/** The one of the mounts that a path belongs to: the longest prefix wins. */
export function findMount(mounts: readonly Mount[], pathname: string): Mount | undefined {
  const found = mounts.filter(({ prefix }) => pathname.startsWith(prefix) || `${pathname}/` === prefix);
  return found.toSorted((a, b) => b.prefix.length - a.prefix.length)[0];
}
