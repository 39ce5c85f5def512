/**
 * A client of the realm: an application of the bank, or the account by which the bank signs in to a legacy system. It stands in
 * the descriptor of whoever uses it; `npm run compose` writes it into the realms (`identity/realm/`).
 */
export type RealmClient = BrowserClient | ServerClient | ServiceAccount;

interface Named {
  /** `portico-web`; it is the `azp` of its tokens. */
  readonly clientId: string;
  /** For people who log in, and for whoever reads the realm. */
  readonly name: string;
  readonly description: string;
}

/** Which scopes of the graph the tokens of an application have: these, or those of a customer that it asks for at the log-in. */
export type GraphScopes = readonly string[] | 'on-request';

/** Pages in a browser, at the bank's own address: the code flow with PKCE, and no secret. */
export interface BrowserClient extends Named {
  readonly kind: 'browser';
  readonly scopes: GraphScopes;
}

/** A server of the bank: the code flow with PKCE and a secret. */
export interface ServerClient extends Named {
  readonly kind: 'server';
  /** Where people come back from the log-in, below the bank's address: `/link/callback`. */
  readonly redirectPath: string;
  /** The `realmVariable` of the setting that has its secret: `PORTICO_MESSENGERS_SECRET`. */
  readonly secretVariable: string;
  readonly scopes: GraphScopes;
}

/** Nobody's log-in: client credentials, for a legacy system that takes tokens of the realm. The graph does not take them. */
export interface ServiceAccount extends Named {
  readonly kind: 'service-account';
  /** The `aud` of its tokens: the name of the legacy system. */
  readonly audience: string;
  /** The `realmVariable` of the setting that has its secret. */
  readonly secretVariable: string;
}
