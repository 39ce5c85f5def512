/** The headers by which the gateway tells a subgraph about the request that it serves, besides `authorization`. */
export const gatewayHeaders = {
  /** W3C Trace Context. */
  trace: 'traceparent',
  /** Milliseconds that are left of the client's request. */
  deadline: 'x-portico-deadline-ms',
  /** `uk`, `en` or `ru`: in which to word what people read. */
  language: 'x-portico-language',
} as const;
