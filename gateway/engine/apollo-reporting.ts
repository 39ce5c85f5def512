/**
 * `@apollo/gateway` reports usage to its maker unless this variable says no. It is read when a gateway is constructed, so
 * this runs before every one, whatever the process was started with: nothing leaves the bank's network.
 */
export function disableApolloReporting(): void {
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
}
