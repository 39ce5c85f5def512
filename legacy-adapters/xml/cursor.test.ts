import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XmlMalformed } from './malformed.ts';
import type { XmlTree } from './tree.ts';
import { Writer } from './writer.ts';
import { parse, parseBySaxes } from './xml.testkit.ts';

const seeded = { numRuns: 300 };
const answer =
  '<?xml version="1.0" encoding="utf-8"?>\r\n<!-- core --><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
  '<m:Page xmlns:m="urn:m" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" m:id="1&#10;2" b=\' x\ty \'>\n' +
  '<m:row>5 &lt; 6 &amp;&#x41;</m:row><m:row xsi:nil="true"/><row xmlns="urn:other">\r\n<![CDATA[a]]b<&]]>c</row><m:row/>' +
  '<Ім>Київ</Ім><?hint x?></m:Page></s:Body></s:Envelope>\n<!-- end -->';

const local = fc.constantFrom('a', 'b-c', 'd.e', '_f', 'Ґава', 'row');
const namespace = fc.constantFrom('', 'urn:one', 'urn:two', 'http://x/?a=1&b="2"');
const text = fc.string({ unit: fc.constantFrom('a', '&', '<', '>', ']', '"', "'", '\t', '\n', '\r', ' ', 'ї', '😀', '0', ';', '#') });
const expandedName = fc.tuple(namespace, local).map(([uri, name]) => `{${uri}}${name}`);
const merged = (children: (string | XmlTree)[]) => {
  const result: (string | XmlTree)[] = [];
  for (const child of children) {
    const before = result.at(-1);
    if (typeof child === 'string' && typeof before === 'string') result[result.length - 1] = before + child;
    else if (child !== '') result.push(child);
  }
  return result;
};
const { tree } = fc.letrec<{ tree: XmlTree }>((tie) => ({
  tree: fc.record({
    name: expandedName,
    attributes: fc.dictionary(expandedName, text, { maxKeys: 3 }),
    children: fc.array(fc.oneof({ maxDepth: 4 }, text, tie('tree') as fc.Arbitrary<XmlTree>), { maxLength: 4 }).map(merged),
  }),
}));
const written = tree.map((value) => {
  const writer = new Writer();
  writer.tree(value);
  return { value, xml: writer.toString() };
});

/** It takes blanks off a namespace, and a local part may begin with what no name begins with. */
const saxesIsWrong = (source: string) =>
  /xmlns[^=]*=\s*("[^"]*\s[^"]*"|'[^']*\s[^']*')/.test(source) || /[</ ][^\s:<>]+:[-.\d]/.test(source);

describe('the tokenizer', () => {
  it('reads what saxes reads', () => {
    const read = parse(answer);
    expect(read).toEqual(parseBySaxes(answer));
    expect(JSON.stringify(read)).toContain('5 < 6 &A');
    expect(JSON.stringify(read)).toContain('a]]b<&c');
  });

  it('reads back every tree that the writer writes, as saxes does', () => {
    fc.assert(
      fc.property(written, ({ value, xml }) => {
        expect(parse(xml)).toEqual(value);
        expect(parseBySaxes(xml)).toEqual(value);
      }),
      seeded,
    );
  });

  it('accepts no document that is cut at any place', () => {
    const end = answer.lastIndexOf('</s:Envelope>') + '</s:Envelope>'.length;
    for (let length = 0; length < end; length += 1) expect(() => parse(answer.slice(0, length)), `cut at ${length}`).toThrow(XmlMalformed);
    fc.assert(
      fc.property(written, fc.nat(), ({ xml }, at) => {
        expect(() => parse(xml.slice(0, at % xml.length))).toThrow();
      }),
      seeded,
    );
  });

  it('agrees with saxes on documents with a piece changed', () => {
    const pieces = [
      '<',
      '>',
      '/',
      '&',
      '"',
      "'",
      ' ',
      'x',
      ':',
      '=',
      '<!--',
      '-->',
      '--',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '\u0000',
      '\uFFFE',
      '&lt;',
      '&#0;',
      '&x;',
      'xmlns=""',
      ' m:b="1"',
      '</m:row>',
      '<m:row>',
    ];
    let accepted = 0;
    const source = answer;
    fc.assert(
      fc.property(fc.nat(source.length), fc.constantFrom(...pieces), fc.nat(3), (at, piece, removed) => {
        const changed = source.slice(0, at) + piece + source.slice(at + removed);
        if (saxesIsWrong(changed)) return;
        const expected = parseBySaxes(changed);
        if (changed.startsWith('<?xml ', changed.indexOf('<')) && !/^<\?xml version="1.0" encoding="utf-8"\?>/.test(changed)) return;
        if (expected === undefined) expect(() => parse(changed), changed).toThrow();
        else {
          expect(parse(changed), changed).toEqual(expected);
          accepted += 1;
        }
      }),
      { numRuns: 3_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['an entity of its own', '<a>&nbsp;</a>'],
    ['a forbidden character', '<a>\u0001</a>'],
    ['a forbidden character by reference', '<a>&#1;</a>'],
    ['half of a pair', '<a>\ud83d</a>'],
    [']]> in text', '<a>]]></a>'],
    ['two roots', '<a/><b/>'],
    ['a prefix from nowhere', '<p:a/>'],
    ['an attribute given twice under two prefixes', '<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>'],
    ['a prefix taken back', '<a xmlns:p="u"><b xmlns:p=""/></a>'],
    ['crossed tags', '<a><b></a></b>'],
    ['the end of a stand-in', '</document>'],
    ['nothing', ''],
    ['XML 1.1', '<?xml version="1.1"?><a/>'],
    ['text before the root', 'x<a/>'],
  ])('refuses %s', (_case, source) => {
    expect(() => parse(source)).toThrow();
  });

  it.each([
    ['deep', '<a>'.repeat(20_000), { depth: 64 }],
    ['long', `<a>${'x'.repeat(1_001)}</a>`, { text: 1_000 }],
    ['long in pieces', `<a>${'x<!---->'.repeat(1_001)}</a>`, { text: 1_000 }],
    ['manifold', `<a>${'<b/>'.repeat(100)}</a>`, { elements: 100 }],
    ['decorated', `<a ${Array.from({ length: 9 }, (_, index) => `a${index}="1"`).join(' ')}/>`, { attributes: 8 }],
    ['big', `<a>${' '.repeat(1_000)}</a>`, { characters: 1_000 }],
  ])('refuses a document that is too %s', (_case, source, limits) => {
    expect(() => parse(source, { limits })).toThrow(/over/);
  });

  it('names elements in its errors and never what they hold', () => {
    expect(() => parse('<a><secret>4149&bad;</secret></a>')).toThrow('a reference that XML itself does not declare at a/secret');
  });

  it('takes time in proportion to length', () => {
    const timeOf = (source: string) => {
      const from = performance.now();
      expect(() => parse(source, { limits: { depth: 100_000, text: 1e8, elements: 1e7 } })).toThrow();
      return performance.now() - from;
    };
    const shapes = [
      (n: number) => '<a '.repeat(n),
      (n: number) => '<!--'.repeat(n),
      (n: number) => `<a>${'&#65;'.repeat(n)}`,
      (n: number) => `<a>${']]'.repeat(n)}`,
      (n: number) => `<a>${'<b>&#13;\r</b>'.repeat(n)}`,
    ];
    for (const shape of shapes) {
      timeOf(shape(10_000));
      expect(timeOf(shape(200_000))).toBeLessThan(10_000);
    }
  });

  it('forgets names when there are ever new ones', () => {
    const source = `<a>${Array.from({ length: 60_000 }, (_, index) => `<n${index}/>`).join('')}</a>`;
    expect(parse(source).children).toHaveLength(60_000);
    expect(parse('<a><b/></a>').children).toHaveLength(1);
  });
});

describe('the writer', () => {
  it.each(['\u0000', '\u000b', '\ufffe', '\ud800', '\udc00x'])('refuses %j, which has no place in XML', (value) => {
    expect(() => new Writer().leaf('a', value)).toThrow(/forbids/);
    expect(() => new Writer().attribute('a', value)).toThrow(/forbids/);
  });

  it('escapes everything that would be read as something else', () => {
    const writer = new Writer();
    writer.leaf('a', '<![CDATA[x]]>&\r\n');
    expect(writer.toString()).toBe('<a>&lt;![CDATA[x]]&gt;&amp;&#13;\n</a>');
  });
});
