import { WSSecurityCert } from 'soap';
import { afterAll, describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import type { Answered } from '#legacy-adapters/kit/server.testkit.ts';
import { createAuthority, type Pair } from '../certificates.testkit.ts';
import { askerOf, serveAsk, soapFault } from '../soap-service.testkit.ts';
import { createX509Signature, type X509SignatureOptions } from './x509-signature.ts';

const authority = createAuthority();
const stranger = createAuthority('stranger');
const [ours, core, other] = [authority.issue('portico'), authority.issue('core'), authority.issue('other')];
const expired = authority.issue('core', -1);
afterAll(() => {
  authority.remove();
  stranger.remove();
});

type SigningOptions = ConstructorParameters<typeof WSSecurityCert>[3];

/** An answer as another stack signs it: here node-soap, with an id and a timestamp of its own. */
function signedBy({ key, cert }: Pair, options: SigningOptions = {}) {
  const usual: SigningOptions = {
    signatureTransformations: [c14n],
    signerOptions: { idMode: 'wssecurity', existingPrefixes: { wsse } },
  };
  return (xml: string) => new WSSecurityCert(key, cert, '', { ...usual, ...options }).postProcess(withHeader(xml), 'soap');
}
const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const c14n = 'http://www.w3.org/2001/10/xml-exc-c14n#';
/** Without the unsigned Security that node-soap's server puts there, whose id would be the Body's. */
const withHeader = (xml: string) =>
  xml.replace(/<soap:Header>.*<\/soap:Header>/s, '').replace('<soap:Body', '<soap:Header></soap:Header><soap:Body');

/** Checks a request as a partner does: a signature by our certificate over the very Body and the Timestamp. */
function isSignedByUs(xml: string): boolean {
  const signature = /<Signature .*<\/Signature>/s.exec(xml)?.[0] ?? '';
  const signed = new SignedXml({ publicCert: ours.cert });
  signed.loadSignature(signature);
  try {
    if (!signed.checkSignature(xml)) return false;
  } catch {
    return false;
  }
  const [body, timestamp] = signed.getSignedReferences();
  const fresh = Math.abs(Date.parse(/<wsu:Created>([^<]+)</.exec(timestamp ?? '')?.[1] ?? '') - Date.now()) < 60_000;
  return fresh && /^<soap:Body .*<n0:id>7<\/n0:id>.*<\/soap:Body>$/s.test(body ?? '');
}

/** A service that answers signed requests only; `dress` signs, or does worse. */
async function service(dress: (xml: string) => string | Answered, options: Partial<X509SignatureOptions> = {}, fault?: object) {
  const check = ({ body }: { readonly body: Buffer }) => {
    if (!isSignedByUs(body.toString())) throw soapFault('wsse:FailedCheck');
    if (fault !== undefined) throw fault;
  };
  const server = await serveAsk(check, (xml) => {
    const dressed = dress(xml);
    return typeof dressed === 'string' ? { body: dressed } : dressed;
  });
  const answers = { certificates: [core.cert] };
  const signIn = createX509Signature({ system: 'core', certificate: ours.cert, privateKey: ours.key, answers, ...options });
  return { server, ...askerOf(server.url, { signIn }) };
}

const byAuthority = { answers: { authority: authority.cert, commonName: 'core' } };

describe('a request signed by our certificate', () => {
  it('is believed, also many at once, and its answer too when the right certificate signed it', async () => {
    const { ask, change } = await service(signedBy(core));
    expect(await Promise.all([change(), ...Array.from({ length: 5 }, ask)])).toEqual(Array.from({ length: 6 }, () => '1.00'));
  });

  it('is not believed when another key signed it', async () => {
    const { ask } = await service(signedBy(core), { certificate: other.cert, privateKey: other.key });
    await expect(ask()).rejects.toMatchObject({ kind: 'UNAVAILABLE', name: 'SignInFailed', mayHaveArrived: false });
  });

  it('goes to a system that signs nothing where that is said', async () => {
    const { ask } = await service((xml) => xml, { answers: 'none' });
    expect(await ask()).toBe('1.00');
  });
});

describe('an answer is read', () => {
  it.each<[string, () => [(xml: string) => string, Partial<X509SignatureOptions>?]]>([
    ['when either of two pinned certificates signed it', () => [signedBy(core), { answers: { certificates: [other.cert, core.cert] } }]],
    ['when the authority vouches for who signed it', () => [signedBy(core), byAuthority]],
    ['with SHA-512', () => [signedBy(core, { digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha512' })]],
    [
      'with the enveloped-signature transform that some stacks always add',
      () => [signedBy(core, { signatureTransformations: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', c14n] })],
    ],
  ])('%s', async (_case, make) => {
    const [dress, options] = make();
    expect(await (await service(dress, options)).ask()).toBe('1.00');
  });

  it('when it is a signed Fault, for what that says', async () => {
    const { ask } = await service((xml) => ({ status: 500, body: signedBy(core)(xml) }), {}, soapFault('soap:Client.Limit'));
    await expect(ask()).rejects.toMatchObject({ kind: 'REFUSED', reason: 'Client.Limit' });
  });
});

/** The signed Body put aside into the header, and another one with more money in its place. */
function wrapped(xml: string, newBodyId: (id: string) => string): string {
  const body = /<soap:Body.*<\/soap:Body>/s.exec(xml)?.[0] ?? '';
  const id = / wsu:Id="([^"]+)"/.exec(body)?.[1] ?? '';
  const evil = body.replace('1.00', '9.99').replace(` wsu:Id="${id}"`, newBodyId(id));
  return xml.replace(body, evil).replace('</soap:Header>', `<aside>${body}</aside></soap:Header>`);
}

describe('an answer is not believed', () => {
  const sign = () => signedBy(core);
  it.each<[string, () => (xml: string) => string | Answered, Partial<X509SignatureOptions>?]>([
    ['when nobody signed it', () => (xml) => xml],
    ['when another key signed it', () => signedBy(other)],
    ['when the authority vouches for another name', () => signedBy(other), byAuthority],
    ['when another authority vouches for the name', () => signedBy(stranger.issue('core')), byAuthority],
    ['when the certificate has expired', () => signedBy(expired), byAuthority],
    ['when the authority itself signed it', () => signedBy(authority), byAuthority],
    ['when its amount was changed', () => (xml) => sign()(xml).replace('1.00', '9.99')],
    ['when the signed Body stands aside and another one without an id in its place', () => (xml) => wrapped(sign()(xml), () => '')],
    ['when that one has an id of its own', () => (xml) => wrapped(sign()(xml), () => ' wsu:Id="mine"')],
    ['when that one has the same id', () => (xml) => wrapped(sign()(xml), (id) => ` wsu:Id="${id}"`)],
    ['when that one has the same id by another name', () => (xml) => wrapped(sign()(xml), (id) => ` ID="${id}"`)],
    [
      'when another Body, with an id, stands before the signed one',
      () => (xml) => sign()(xml).replace('<soap:Body', '<soap:Body Id="mine"/><soap:Body'),
    ],
    [
      'when another Body, with an id, stands behind the signed one',
      () => (xml) => sign()(xml).replace('</soap:Envelope>', '<soap:Body Id="mine"/></soap:Envelope>'),
    ],
    ['when there are two Bodies', () => (xml) => sign()(xml).replace('</soap:Envelope>', '<soap:Body/></soap:Envelope>')],
    [
      'when the header comes again after the Body',
      () => (xml) => sign()(xml).replace('</soap:Envelope>', '<soap:Header/></soap:Envelope>'),
    ],
    ['when only its timestamp is signed', () => signedBy(core, { excludeReferencesFromSigning: ['Body'] })],
    ['when it is digested by SHA-1', () => signedBy(core, { digestAlgorithm: 'http://www.w3.org/2000/09/xmldsig#sha1' })],
    ['when it is signed with SHA-1', () => signedBy(core, { signatureAlgorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' })],
    ['when an HMAC with our public certificate as its key signed it', () => hmacSigned],
    ['when there are two signatures', () => (xml) => sign()(xml).replace(/<Signature .*<\/Signature>/s, (whole) => whole + whole)],
    [
      'when two security headers are signed',
      () => (xml) => sign()(xml).replace(/<wsse:Security .*<\/wsse:Security>/s, (whole) => whole + whole),
    ],
    ['when it has a DOCTYPE', () => (xml) => sign()(xml).replace('<soap:Envelope', '<!DOCTYPE a [<!ENTITY b "c">]><soap:Envelope')],
    ['when it is cut off', () => (xml) => sign()(xml).slice(0, -20)],
  ])('%s', async (_case, dress, options = {}) => {
    const { ask, change, server } = await service(dress(), options);
    await expect(ask()).rejects.toMatchObject({ kind: 'MALFORMED' });
    await expect(change()).rejects.toMatchObject({ kind: 'OUTCOME_UNKNOWN' });
    expect(server.asked).toHaveLength(2);
  });

  it('and takes no time, when its signature refers to the Body a thousand times', async () => {
    const { ask } = await service((xml) => signedBy(core)(xml).replace(/<Reference .*?<\/Reference>/s, (whole) => whole.repeat(1_000)));
    const startedAt = performance.now();
    await expect(ask()).rejects.toMatchObject({ kind: 'MALFORMED' });
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it('when it is a Fault that nobody signed: no more than that the system is in trouble', async () => {
    const { ask, change } = await service((xml) => ({ status: 500, body: xml }), {}, soapFault('soap:Client.Limit'));
    await expect(ask()).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
    await expect(change()).rejects.toMatchObject({ kind: 'OUTCOME_UNKNOWN' });
  });
});

function hmacSigned(xml: string): string {
  const signed = new SignedXml({
    privateKey: core.cert,
    signatureAlgorithm: 'http://www.w3.org/2000/09/xmldsig#hmac-sha1',
    canonicalizationAlgorithm: c14n,
    idMode: 'wssecurity',
  });
  signed.enableHMAC();
  signed.addReference({
    xpath: "//*[local-name(.)='Body']",
    transforms: [c14n],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  const secured = withHeader(xml).replace('</soap:Header>', `<wsse:Security xmlns:wsse="${wsse}"></wsse:Security></soap:Header>`);
  signed.computeSignature(secured, { location: { reference: "//*[local-name(.)='Security']", action: 'append' } });
  return signed.getSignedXml();
}
