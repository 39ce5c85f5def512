import {
  type Contract,
  envelopes,
  type HostileCase,
  internals,
  type Make,
  malformed,
  unavailable,
  unavailableOrMalformed,
} from '../hostile-case.ts';

export function foreignAnswers(make: Make, { soap }: Contract, foreign: readonly Uint8Array[]): HostileCase[] {
  const page = `<!doctype html><html><head><title>Bad gateway</title></head><body>${'<p>nginx<br>'.repeat(17_000)}</body></html>`;
  const html = { 'content-type': 'text/html; charset=utf-8' };
  const found: HostileCase[] = [
    { name: 'a page of 200 kB with 200', reply: () => make(page, { status: 200, headers: html }), expected: malformed, heavy: true },
    ...[400, 401, 403, 404, 500, 502, 503, 504].map((status): HostileCase => {
      return {
        name: `a page of 200 kB with ${status}`,
        reply: () => make(page, { status, headers: html }),
        expected: unavailableOrMalformed,
        heavy: true,
        // RFC 9110, 15.5.2.
        notCarriedOut: status === 401,
      };
    }),
    { name: 'a page that says it is XML', reply: () => make(page), expected: malformed, heavy: true },
    { name: 'nothing, with 200', reply: () => make('', { status: 200 }), expected: malformed },
    { name: 'nothing, with 204', reply: () => make('', { status: 204 }), expected: malformed },
    { name: 'nothing, with 500', reply: () => make('', { status: 500 }), expected: unavailableOrMalformed },
    { name: 'white space, with 200', reply: () => make(' \n '.repeat(100)), expected: malformed },
    { name: 'JSON', reply: () => make('{"ok":true}'), expected: malformed },
    ...[301, 302, 307, 308].map((status): HostileCase => {
      return {
        name: `sent elsewhere with ${status}`,
        reply: () => make('', { status, headers: { location: 'http://127.0.0.1:9/elsewhere' } }),
        expected: unavailableOrMalformed,
      };
    }),
    ...foreign.map(
      (bytes, index): HostileCase => ({ name: `another request's answer, ${index + 1}`, reply: () => make(bytes), expected: malformed }),
    ),
  ];
  if (soap === undefined) return found;
  for (const status of [200, 500])
    found.push({ name: `a Fault with ${status}`, reply: () => make(fault(soap), { status }), expected: unavailable });
  return found;
}

function fault(soap: '1.1' | '1.2'): string {
  const inner =
    soap === '1.1'
      ? `<faultcode>s:Server</faultcode><faultstring>${internals}</faultstring><detail><x>${internals}</x></detail>`
      : `<s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text xml:lang="en">${internals}</s:Text></s:Reason><s:Detail><x>${internals}</x></s:Detail>`;
  return `<s:Envelope xmlns:s="${envelopes[soap]}"><s:Body><s:Fault>${inner}</s:Fault></s:Body></s:Envelope>`;
}
