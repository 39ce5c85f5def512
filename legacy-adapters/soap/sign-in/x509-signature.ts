import { WSSecurityCert } from 'soap';
import { createServerClock, type ServerClockOptions } from '#legacy-adapters/kit/sign-in/server-clock.ts';
import type { SignIn } from '#legacy-adapters/kit/sign-in/sign-in.ts';
import { checkSignedAnswer, type SignatureTrust } from './answer-signature.ts';
import { wss } from './wss.ts';

export interface X509SignatureOptions extends ServerClockOptions {
  readonly system: string;
  /** Our certificate and its private key, in PEM. */
  readonly certificate: string;
  readonly privateKey: string;
  readonly passphrase?: string;
  /** Whose signature an answer must bear; `none` for systems that sign nothing. */
  readonly answers: SignatureTrust | 'none';
  /** How long a request may be under way, by its signed Timestamp. 5 minutes. */
  readonly lifeMs?: number;
}

/** The algorithms of a request's signature. */
const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const exclusiveC14n = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/**
 * Web Services Security X.509 Token Profile 1.1: the Body and a Timestamp are signed with our key, by RSA with SHA-256, and the
 * answer's signature is checked before anything of it is read. The Timestamp is by the server's clock as far as that is known.
 */
export function createX509Signature(options: X509SignatureOptions): SignIn {
  const { system, answers } = options;
  const clock = createServerClock(options);

  function sign(document: string): string {
    // One for each request: it keeps what it signed.
    const signer = new WSSecurityCert(options.privateKey, options.certificate, options.passphrase ?? '', {
      // Its own Timestamp goes by our clock.
      hasTimeStamp: false,
      appendElement: wss.timestamp(clock.now(), options.lifeMs ?? 300_000),
      additionalReferences: ['wsu:Timestamp'],
      digestAlgorithm: sha256,
      signatureAlgorithm: rsaSha256,
      signatureTransformations: [exclusiveC14n],
      signerOptions: { idMode: 'wssecurity', existingPrefixes: { wsse: wss.extension } },
    });
    return signer.postProcess(withHeader(document), 'soap');
  }

  return {
    run: (_call, attempt) =>
      attempt({
        sign: (document) => ({ body: sign(document) }),
        observe: clock.observe,
        ...(answers === 'none' ? {} : { checkAnswer: (answer) => checkSignedAnswer(system, answers, answer) }),
        secrets: options.passphrase === undefined ? [] : [options.passphrase],
      }),
    close: async () => {},
  };
}

/** node-soap puts its Security into the Header that is there. */
function withHeader(document: string): string {
  return document.includes('</soap:Header>') ? document : document.replace('<soap:Body', '<soap:Header></soap:Header><soap:Body');
}
