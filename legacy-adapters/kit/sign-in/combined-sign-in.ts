import type { Credentials, SignedDocument, SignIn, TlsIdentity } from './sign-in.ts';

/**
 * Several ways of signing in at once, such as mutual TLS and a token. The first is outermost; signatures are put on from the last
 * to the first, so that the first one signs what is really sent, and answers are checked from the first to the last.
 */
export function combineSignIns(...signIns: readonly SignIn[]): SignIn {
  const identities = signIns.flatMap(({ tls }) => (tls === undefined ? [] : [tls]));
  let joined: { readonly parts: readonly TlsIdentity[]; readonly whole: TlsIdentity } | undefined;

  /** The same object until one of its parts is another, as TlsIdentity promises. */
  function identity(): TlsIdentity {
    const parts = identities.map((tls) => tls());
    if (joined === undefined || parts.some((part, index) => part !== joined?.parts[index])) {
      joined = { parts, whole: Object.assign({}, ...parts) };
    }
    return joined.whole;
  }

  return {
    run(call, attempt) {
      const nested = (index: number, outer: Credentials): ReturnType<typeof attempt> => {
        const signIn = signIns[index];
        return signIn === undefined ? attempt(outer) : signIn.run(call, (own) => nested(index + 1, join(outer, own)));
      };
      return nested(0, {});
    },
    ...(identities.length === 0 ? {} : { tls: identity }),
    tallies: signIns.flatMap(({ tallies = [] }) => tallies),
    async close() {
      for (const signIn of signIns) await signIn.close();
    },
  };
}

function join(outer: Credentials, inner: Credentials): Credentials {
  return {
    headers: { ...outer.headers, ...inner.headers },
    soapHeader: `${outer.soapHeader ?? ''}${inner.soapHeader ?? ''}`,
    secrets: [...(outer.secrets ?? []), ...(inner.secrets ?? [])],
    sign: (document) => signTwice(document, inner, outer),
    observe: (answer) => {
      outer.observe?.(answer);
      inner.observe?.(answer);
    },
    checkAnswer: (answer) => {
      const checked = outer.checkAnswer?.(answer) ?? answer;
      return inner.checkAnswer?.(checked) ?? checked;
    },
  };
}

function signTwice(document: string, inner: Credentials, outer: Credentials): SignedDocument {
  const first = inner.sign?.(document) ?? { body: document };
  if (outer.sign === undefined) return first;
  const text = typeof first.body === 'string' ? first.body : Buffer.from(first.body).toString('utf8');
  const second = outer.sign(text);
  return { body: second.body, headers: { ...first.headers, ...second.headers } };
}
