import { LegacyUnreachable } from '../../platform/errors.ts';
import type { Answer } from './transport.ts';

/** SOAP 1.1 section 3 and SOAP 1.2 part 1 section 5: the namespace names the version. */
export const envelopeNamespaces = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
} as const;
export type SoapVersion = keyof typeof envelopeNamespaces;

/**
 * Refuses, before any parser sees it, what can't be an answer of ours: an empty body, an HTML page, a DOCTYPE (SOAP 1.1
 * section 3 forbids it, and entity bombs need it), another envelope.
 */
export function checkEnvelope(system: string, version: SoapVersion, answer: Answer): void {
  const malformed = (why: string) => new LegacyUnreachable(system, 'LEGACY_MALFORMED', `HTTP ${answer.status}: ${why}`);
  const start = answer.text.slice(0, 2_000);
  if (start.trim() === '') throw malformed('an empty body');
  if (answer.text.includes('<!DOCTYPE')) throw malformed('a DOCTYPE');
  const root = /^\uFEFF?\s*(?:<\?xml[^>]*\?>)?(?:\s|<!--[\s\S]*?-->)*<([\w.-]+:)?Envelope[\s>]/.test(start);
  if (!root) throw malformed('no SOAP envelope');
  if (!start.includes(envelopeNamespaces[version])) throw malformed(`no SOAP ${version} envelope`);
}
