/** For tests: requests written by hand, so that a simulator is not checked by the library that it is built with. */
export interface RawAnswer {
  readonly status: number;
  readonly contentType: string;
  /** The header WWW-Authenticate; null where there is none. */
  readonly challenge: string | null;
  readonly bytes: Buffer;
  /** The bytes in the charset that the Content-Type names. */
  readonly text: string;
}

export async function postRaw(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<RawAnswer> {
  const response = await fetch(url, { method: 'POST', headers, body });
  const bytes = Buffer.from(await response.arrayBuffer());
  const contentType = response.headers.get('content-type') ?? '';
  const charset = /charset=([\w-]+)/.exec(contentType)?.[1] ?? 'utf-8';
  const challenge = response.headers.get('www-authenticate');
  return { status: response.status, contentType, challenge, bytes, text: new TextDecoder(charset, { fatal: true }).decode(bytes) };
}

/** The text of every element of this name, whatever its prefix, in the order of the document. */
export function valuesOf(xml: string, element: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${element}(?:\\s[^>]*)?>([^<]*)</`, 'g'))].map(([, value = '']) => value);
}
