import { LegacyUnreachable } from '../../platform/errors.ts';
import { NotPlain, toPlainXml } from './plain-xml.ts';
import type { Answer } from './transport.ts';

/** SOAP 1.1 section 3 and SOAP 1.2 part 1 section 5: the namespace names the version. */
export const envelopeNamespaces = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
} as const;
export type SoapVersion = keyof typeof envelopeNamespaces;

/** SOAP over HTTP has a Fault under 500 (1.1, section 6.2; 1.2 part 2, table 20), and SOAP 1.2 one of the sender's under 400. */
const faultStatuses: Readonly<Record<SoapVersion, readonly number[]>> = { '1.1': [500], '1.2': [400, 500] };

/**
 * An answer's XML, fit for a parser. Refuses before any parser sees it what can't be an answer of ours: an empty body, an HTML
 * page, a DOCTYPE (SOAP 1.1 section 3 forbids it, and entity bombs need it), another envelope, a status that no answer has.
 */
export function readEnvelope(system: string, operation: string, version: SoapVersion, { status, text }: Answer): string {
  const malformed = (why: string) => new LegacyUnreachable(system, 'LEGACY_MALFORMED', `${operation}: HTTP ${status}: ${why}`);
  if (text.trim() === '') throw malformed('an empty body');
  let xml: string;
  try {
    xml = toPlainXml(text)
      .replace(/^\uFEFF/, '')
      .trimStart();
  } catch (error) {
    if (error instanceof NotPlain) throw malformed(error.message);
    throw error;
  }
  const root = /^<(?:[\w.-]+:)?Envelope[\s>][^>]{0,2000}/.exec(xml)?.[0];
  if (root === undefined) throw malformed('no SOAP envelope');
  if (!root.includes(envelopeNamespaces[version])) throw malformed(`no SOAP ${version} envelope`);
  const isFault = /<(?:[\w.-]+:)?Body[^>]{0,2000}>\s*<(?:[\w.-]+:)?Fault[\s>]/.test(xml);
  if (status !== 200 && !(isFault && faultStatuses[version].includes(status))) throw malformed('no status of an answer');
  return xml;
}
