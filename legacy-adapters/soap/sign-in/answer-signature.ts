import { X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { decodeXml } from '#legacy-adapters/kit/charset.ts';
import type { RawAnswer } from '#legacy-adapters/kit/exchange.ts';
import { XmlMalformed } from '#legacy-adapters/xml/malformed.ts';
import { LegacyUnreachable } from '#platform/errors.ts';
import { findSignatureParts, type SignatureParts } from './signature-parts.ts';

/** Whose signature is believed. */
export type SignatureTrust =
  /** These very certificates, in PEM; two while one replaces the other. */
  | { readonly certificates: readonly string[] }
  /** One that comes with the answer, if this authority issued it itself, it is in force, and its subject has this common name. */
  | { readonly authority: string; readonly commonName: string };

const exclusiveC14n = 'http://www.w3.org/2001/10/xml-exc-c14n#';
/** What is believed; no SHA-1, and no other transform, since one could make anything out of what was signed. */
const allowed = {
  canonicalization: [exclusiveC14n],
  transforms: [exclusiveC14n, 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'],
  digests: ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512'],
  signatures: [
    'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
    'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
  ],
};

/**
 * Checks the signature of an answer (SOAP Message Security 1.1, X.509 Token Profile) and gives back only what was signed.
 *
 * Against signature wrapping, where a signed Body is moved aside and another put in its place: our own tokenizer finds the one
 * Signature in the Security headers and the one Body that is a child of the Envelope; the signature must refer to that Body's
 * id, which no other element may have; and what is read afterwards is not the document but the octets that were digested. What
 * was declared outside the Body and is not part of those, such as a prefix that only an xsi:type uses, is therefore not there:
 * such an answer needs the prefix in its InclusiveNamespaces. An old answer played back is not noticed here; TLS is for that.
 */
export function checkSignedAnswer(system: string, trust: SignatureTrust, answer: RawAnswer): RawAnswer {
  const parts = partsOf(system, answer);
  const certificates = 'certificates' in trust ? trust.certificates : [issuedBy(system, trust, parts.certificate)];
  for (const certificate of certificates) {
    const body = signedBody(parts, certificate, answerText(system, answer));
    if (body === undefined) continue;
    const bytes = Buffer.from(`<signed:Envelope xmlns:signed="${parts.envelope}">${body}</signed:Envelope>`, 'utf8');
    return { ...answer, bytes, headers: { ...answer.headers, 'content-type': 'text/xml; charset=utf-8' } };
  }
  throw unbelieved(system, "the answer's signature is wrong");
}

function partsOf(system: string, answer: RawAnswer): SignatureParts {
  try {
    return findSignatureParts(answerText(system, answer));
  } catch (error) {
    if (error instanceof XmlMalformed) throw unbelieved(system, 'the answer is not signed as it should be');
    throw error;
  }
}

/** The Body as it was digested; `undefined` when the signature is not this certificate's, or not one that is believed. */
function signedBody(parts: SignatureParts, certificate: string, text: string): string | undefined {
  const signed = new SignedXml({ publicCert: certificate });
  signed.CanonicalizationAlgorithms = pick(signed.CanonicalizationAlgorithms, allowed.transforms);
  signed.HashAlgorithms = pick(signed.HashAlgorithms, allowed.digests);
  signed.SignatureAlgorithms = pick(signed.SignatureAlgorithms, allowed.signatures);
  try {
    signed.loadSignature(parts.signature);
    if (!allowed.canonicalization.includes(String(signed.canonicalizationAlgorithm))) return undefined;
    if (!signed.checkSignature(text)) return undefined;
  } catch {
    // Its messages quote the document.
    return undefined;
  }
  const references = signed
    .getReferences()
    .map((reference, index) => ({ uri: reference.uri, octets: signed.getSignedReferences()[index] }));
  const ofBody = references.filter(({ uri }) => uri === `#${parts.bodyId}`);
  return ofBody.length === 1 ? ofBody[0]?.octets : undefined;
}

function issuedBy(system: string, trust: { readonly authority: string; readonly commonName: string }, base64: string | undefined): string {
  if (base64 === undefined || !/^[A-Za-z0-9+/=]{1,20000}$/.test(base64)) throw unbelieved(system, 'the answer brings no certificate');
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(Buffer.from(base64, 'base64'));
  } catch {
    throw unbelieved(system, 'the answer brings no certificate that can be read');
  }
  const authority = new X509Certificate(trust.authority);
  const now = Date.now();
  const isInForce = certificate.validFromDate.getTime() <= now && now < certificate.validToDate.getTime();
  const isIssued = certificate.checkIssued(authority) && certificate.verify(authority.publicKey) && !certificate.ca;
  const names = certificate.subject.split('\n').filter((line) => line.startsWith('CN='));
  if (!isIssued || !isInForce || names.length !== 1 || names[0] !== `CN=${trust.commonName}`) {
    throw unbelieved(system, "the answer's certificate is not the one that we trust");
  }
  return certificate.toString();
}

function answerText(system: string, { bytes, headers }: RawAnswer): string {
  try {
    return decodeXml(bytes, String(headers['content-type'] ?? ''));
  } catch {
    throw unbelieved(system, 'the answer is not in the charset that it names');
  }
}

function pick<Value>(all: Record<string, Value>, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}

function unbelieved(system: string, why: string): LegacyUnreachable {
  return new LegacyUnreachable(system, 'UPSTREAM_MALFORMED', why);
}
