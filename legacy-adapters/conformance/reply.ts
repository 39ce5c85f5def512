/** How the bytes of an answer travel. */
export type Delivery =
  | { readonly kind: 'whole' }
  /** Declares the whole length, sends so many bytes and ends the connection. */
  | { readonly kind: 'short'; readonly sent: number }
  /** Sends so many bytes and resets the connection; -1 sends not even the headers. */
  | { readonly kind: 'reset'; readonly sent: number }
  /** Sends so many bytes and then nothing, for ever; -1 sends not even the headers. */
  | { readonly kind: 'hang'; readonly sent: number }
  /** One byte every so many milliseconds; 0 sends them as fast as single writes go. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  /** The body again and again in chunks, until the caller leaves. */
  | { readonly kind: 'endless' }
  /** The body is all there is on the connection: it holds the status line and the headers, or garbage. */
  | { readonly kind: 'raw' };

/** One answer that the hostile core gives. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly delivery: Delivery;
}

/** What the honest system answered, before anything was done to it. */
export type HonestAnswer = Pick<Reply, 'status' | 'headers' | 'body'>;

/** Replaces the answers to requests whose body holds `operation`; everything else goes to the honest system and back. */
export interface Armed {
  readonly operation: string;
  readonly reply: Reply;
}

export type ToServer = { readonly id: number } & ({ readonly arm: Armed | 'honest' } | { readonly recall: string });
export type FromServer =
  | { readonly listening: number }
  /** How many requests met what was armed before. */
  | { readonly id: number; readonly arrivals: number }
  | { readonly id: number; readonly recalled: HonestAnswer | undefined };
