/** What an answer may be made of. The widest honest one, 500 pages of a statement, has some 50,000 elements at depth 6. */
const elementsMax = 100_000;
const depthMax = 32;

/** The document is not one that we let any parser see; `message` says why. */
export class NotPlain extends Error {
  override readonly name = 'NotPlain';
}

/**
 * The same document without what XML 1.0 lets stand anywhere in a text and parsers stumble over: comments and processing
 * instructions are taken out (sections 2.5, 2.6) and CDATA sections become escaped text (2.7), so that `22<!-- -->8.44` is
 * one text, 228.44, as the specification has it. Refuses DOCTYPE, more than 100,000 elements and more than 32 levels. One
 * pass, linear in the document.
 */
export function toPlainXml(xml: string): string {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let elements = 0;

  /** Takes out `xml[start, end)` and puts `instead` in its place. */
  const replace = (start: number, end: number, instead: string) => {
    parts.push(xml.slice(from, start), instead);
    from = end;
  };
  const endOf = (end: string, start: number) => {
    const at = xml.indexOf(end, start);
    if (at === -1) throw new NotPlain(`no ${end} to an opening`);
    return at;
  };

  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<!--', at)) {
      const end = endOf('-->', at + 4) + 3;
      replace(at, end, '');
      at = end;
    } else if (xml.startsWith('<![CDATA[', at)) {
      const end = endOf(']]>', at + 9);
      replace(at, end + 3, escapeXml(xml.slice(at + 9, end)));
      at = end + 3;
    } else if (xml.startsWith('<?', at)) {
      const end = endOf('?>', at + 2) + 2;
      replace(at, end, '');
      at = end;
    } else if (xml.startsWith('<!', at)) {
      throw new NotPlain('a DOCTYPE');
    } else {
      const end = endOf('>', at + 1);
      if (xml.charCodeAt(at + 1) === slash) depth -= 1;
      else {
        elements += 1;
        if (xml.charCodeAt(end - 1) !== slash) depth += 1;
        if (depth > depthMax) throw new NotPlain(`more than ${depthMax} levels`);
        if (elements > elementsMax) throw new NotPlain(`more than ${elementsMax} elements`);
      }
      at = end + 1;
    }
  }
  parts.push(xml.slice(from));
  return parts.join('');
}

const slash = 0x2f;

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
