import type { Random } from './random.testkit.ts';

/** What stands where a value stood: spellings of numbers, of days and of nothing, and what some parsers take for them. */
const values = [
  ...[
    '',
    ' ',
    '0',
    '-0',
    '00',
    '+1',
    '1.0',
    '1.00',
    '.5',
    '5.',
    '1e3',
    '1,00',
    '1 0',
    '0x10',
    'NaN',
    'INF',
    '-',
    '--1',
    '12abc',
    'true',
    '1',
  ],
  ...[
    '\u00a01.00',
    '1.00\ufeff',
    '1.00\u2028',
    '\t1.00\n',
    '9007199254740993',
    '9'.repeat(38),
    '9'.repeat(39),
    `0.${'0'.repeat(37)}1`,
    '٣',
  ],
  ...[
    '9223372036854775807',
    '9223372036854775808',
    '-9223372036854775809',
    '4294967296',
    '2026-02-29',
    '2024-02-29',
    '0000-01-01',
    '1900-02-29',
  ],
  ...[
    '2026-01-31Z',
    '2026-01-31T24:00:00',
    '2026-01-31T10:00:00+14:01',
    'AM==',
    'AA==',
    'A A = =',
    'abc',
    'ABC',
    'p:x',
    ':x',
    'urn:x',
    '&amp;amp;',
  ],
  ...[
    '&#49;',
    '&#x31;',
    '<![CDATA[1]]>',
    '1<!-- -->2',
    '1<?x y?>2',
    '1<b/>2',
    '1<b>3</b>2',
    '&a;',
    '&#0;',
    ']]>',
    '&',
    '\u0000',
    '\ud800',
    '😀',
  ],
];
const pieces = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '/',
    '=',
    ' ',
    '\n',
    '\r',
    '\t',
    ':',
    '-',
    '.',
    '0',
    '9',
    '</',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
  ],
  ...[
    '<x/>',
    '<x>1</x>',
    ' xsi:nil="true"',
    ' xsi:nil="0"',
    ' xsi:type="x"',
    ' xmlns="urn:evil"',
    ' xmlns=""',
    ' xmlns:n0="urn:evil"',
    ' a="1"',
  ],
  ...[
    ' xmlns:n0="urn:f&#10;xsi=urn:g"',
    '<!DOCTYPE r [<!ENTITY a "1">]>',
    '<?xml version="1.0"?>',
    '<!-- -- -->',
    '&lt;',
    '&#60;',
    '\ufeff',
    '\u2028',
  ],
];

/** One to three changes at random places. */
export function mutated(source: string, random: Random): string {
  let document = source;
  for (let changes = 1 + random.below(3); changes > 0; changes -= 1) document = changed(document, random);
  return document;
}

function changed(source: string, random: Random): string {
  const at = random.below(source.length + 1);
  switch (random.below(12)) {
    case 0:
      return source.slice(0, at) + source.slice(at + 1 + random.below(8));
    case 1:
      return source.slice(0, at) + random.one(pieces) + source.slice(at);
    case 2:
      return source.slice(0, at) + random.one(pieces) + source.slice(at + 1 + random.below(4));
    case 3:
      return source.slice(0, at);
    case 4: {
      const from = random.below(source.length + 1);
      return source.slice(0, at) + source.slice(from, from + random.below(200)) + source.slice(at);
    }
    case 5:
      return withElement(source, random, (element) => element + element);
    case 6:
      return withElement(source, random, () => '');
    case 7:
      return random.below(60) === 0
        ? source.slice(0, at) + random.one(['0', ' ', 'a', '\n', '9', '&#48;']).repeat(40_000) + source.slice(at)
        : source;
    case 8:
      return withAttribute(source, random);
    case 9:
      return source.slice(0, at) + String.fromCharCode(random.below(0x500)) + source.slice(at + 1);
    default:
      return withText(source, random);
  }
}

/** Of an element without elements of its own. */
function withElement(source: string, random: Random, change: (element: string) => string): string {
  return replacedOne(source, /<([\w:.-]+)(?:\s[^<>]*)?(?:\/>|>[^<]*<\/\1>)/g, random, (found) => change(found));
}

function withText(source: string, random: Random): string {
  return replacedOne(source, />[^<]*<\//g, random, () => `>${random.one(values)}</`);
}

function withAttribute(source: string, random: Random): string {
  return replacedOne(source, /="[^"<]*"/g, random, () => `="${random.one(values)}"`);
}

function replacedOne(source: string, pattern: RegExp, random: Random, change: (found: string) => string): string {
  const all = [...source.matchAll(pattern)];
  if (all.length === 0) return source;
  const { 0: found, index } = random.one(all);
  return source.slice(0, index) + change(found) + source.slice(index + found.length);
}

/** Changes that change no value: only how a document is spelt. */
export function respelt(source: string, random: Random): string {
  const between = /(?<=<\/[\w:.-]+)(?=>)|(?<=<[\w:.-]+)(?= )/g;
  let document = replacedOne(source, between, random, () => random.one([' ', '\n', '\t ', '\r\n']));
  if (random.below(2) === 0)
    document = document.replace(/>([0-9])/g, (found, digit: string) => (random.below(3) === 0 ? `>&#${digit.charCodeAt(0)};` : found));
  if (random.below(2) === 0) document = `<?xml version="1.0"?><!-- ${random.below(100)} -->${document}\n<?end x?>`;
  return document;
}
