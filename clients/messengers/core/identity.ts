/** What the bot gets for a customer who has logged in. */
export interface TokenSet {
  readonly accessToken: string;
  /** Milliseconds since the epoch. */
  readonly accessExpiresAt: number;
  readonly refreshToken: string;
}

/** `over`: the session has ended there; `unavailable`: nobody answered, so nothing is known. */
export type Refreshed =
  | { readonly kind: 'refreshed'; readonly tokens: TokenSet }
  | { readonly kind: 'over' }
  | { readonly kind: 'unavailable' };

/** The bank's identity provider, as far as a chat needs it. */
export interface Identity {
  refresh(refreshToken: string): Promise<Refreshed>;
  /** Whether the session behind a token goes on: a log-out elsewhere ends it at once. */
  check(accessToken: string): Promise<'alive' | 'over' | 'unavailable'>;
  /** Ends the session, as a log-out does. True where it is certainly over. */
  end(refreshToken: string): Promise<boolean>;
}
