/**
 * Whether a document of a single operation, as the gateway's plans have them, is a query. Anything that does not begin as one may
 * change something.
 */
export function isQueryDocument(document: string): boolean {
  return /^\s*(?:\{|query\b)/.test(document);
}
