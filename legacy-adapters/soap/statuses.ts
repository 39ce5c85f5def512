/** HTTP statuses by which a system, or whatever stands in front of it, says that it is away. */
export const awayStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);
