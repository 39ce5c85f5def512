/** How much a legacy system is asked for at once, how often, and when it is left alone. Each has a default that is sane for a core. */
export interface Policies {
  /** How often a read is asked in all, 1 to 10. */
  readonly attemptsMax: number;
  /** The first pause before asking again is up to this long, each next one up to twice as long, in milliseconds. */
  readonly backOffMs: number;
  readonly backOffMaxMs: number;
  /** Retries that each call earns: 0.2 is one retry for five calls. */
  readonly retryShare: number;
  /** Retries that may be saved up, and that are there at the start. */
  readonly retriesSavedMax: number;
  /** Calls at once. */
  readonly callsMax: number;
  /** Calls that wait for a place; one more is rejected. */
  readonly callsWaitingMax: number;
  /** The circuit opens when more than this share of the attempts in the window failed, above 0 and below 1 … */
  readonly failureShare: number;
  /** … and there were at least so many attempts. */
  readonly attemptsInWindowMin: number;
  readonly windowMs: number;
  /** How long an open circuit rejects everybody before it lets one call try. */
  readonly openMs: number;
}

export const usualPolicies: Policies = {
  attemptsMax: 3,
  backOffMs: 50,
  backOffMaxMs: 1_000,
  retryShare: 0.2,
  retriesSavedMax: 100,
  callsMax: 64,
  callsWaitingMax: 1_000,
  failureShare: 0.5,
  attemptsInWindowMin: 50,
  windowMs: 10_000,
  openMs: 5_000,
};
