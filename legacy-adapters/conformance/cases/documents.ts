import { type HostileCase, leaf, type Make, malformed, spliced, value, valueOrMalformed } from '../hostile-case.ts';
import type { HonestAnswer } from '../reply.ts';

export function documents({ body }: HonestAnswer, make: Make): HostileCase[] {
  const text = Buffer.from(body).toString('utf8');
  const [, declaration = '', root = ''] = /^(<\?xml[^>]*\?>)?([\s\S]*)$/.exec(text) ?? [];
  const doctype = (inner: string) => `${declaration}<!DOCTYPE x ${inner}>${root}`;
  const withEntity = (inner: string) => doctype(inner).replace(leaf, '<$1>&a;</$1>');
  const levels = Array.from({ length: 30 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('');
  const rootTag = /<([\w:-]+)([^>]*)>/.exec(root)?.[0] ?? '';
  const deep = (depth: number) => text.replace(leaf, `${'<d>'.repeat(depth)}${'</d>'.repeat(depth)}$&`);
  return [
    { name: 'a DOCTYPE', reply: () => make(doctype('')), expected: malformed },
    { name: 'an entity', reply: () => make(withEntity('[<!ENTITY a "1">]')), expected: malformed },
    {
      name: 'a billion laughs',
      reply: () => make(withEntity(`[<!ENTITY a0 "ha">${levels}<!ENTITY a "&a30;">]`)),
      expected: malformed,
      heavy: true,
    },
    {
      name: "an entity of another's file",
      reply: () => make(withEntity('[<!ENTITY a SYSTEM "file:///etc/passwd">]')),
      expected: malformed,
    },
    {
      name: 'a parameter entity from elsewhere',
      reply: () => make(doctype('[<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd">%a;]')),
      expected: malformed,
    },
    { name: 'an unknown entity', reply: () => make(text.replace(leaf, '<$1>&a;</$1>')), expected: malformed },
    { name: 'depth 20,000', reply: () => make(deep(20_000)), expected: malformed, heavy: true },
    {
      name: 'depth 20,000 that never comes back',
      reply: () => make(text.replace(leaf, '<d>'.repeat(20_000))),
      expected: malformed,
      heavy: true,
    },
    { name: 'NUL in a value', reply: () => make(spliced(body, Buffer.from([0]))), expected: malformed },
    { name: 'NUL behind the end', reply: () => make(`${text}\0`), expected: malformed },
    { name: 'NUL as a reference', reply: () => make(text.replace(leaf, '<$1>&#0;$2</$1>')), expected: malformed },
    { name: 'a control character as a reference', reply: () => make(text.replace(leaf, '<$1>&#x1F;$2</$1>')), expected: malformed },
    { name: 'half a surrogate as a reference', reply: () => make(text.replace(leaf, '<$1>&#xD800;$2</$1>')), expected: malformed },
    {
      name: 'an attribute twice',
      reply: () => make(text.replace(rootTag, rootTag.replace(/\/?>$/, ' q="1" q="2">'))),
      expected: malformed,
    },
    {
      name: 'an attribute twice by two prefixes',
      reply: () => make(text.replace(rootTag, rootTag.replace(/\/?>$/, ' xmlns:q="urn:q" xmlns:r="urn:q" q:a="1" r:a="2">'))),
      expected: malformed,
    },
    { name: 'a prefix that nobody declared', reply: () => make(text.replace(leaf, '<undeclared:x/>$&')), expected: malformed },
    { name: 'two roots', reply: () => make(`${text}${root}`), expected: malformed },
    { name: 'text behind the end', reply: () => make(`${text}7`), expected: malformed },
    { name: 'a space before the declaration', reply: () => make(` ${text}`), expected: declaration === '' ? value : malformed },
    { name: 'an end that is not its start', reply: () => make(text.replace(leaf, '<$1>$2</other>')), expected: malformed },
    {
      name: 'a value without its quotes',
      reply: () => make(text.replace(rootTag, rootTag.replace(/\/?>$/, ' q=1>'))),
      expected: malformed,
    },
    {
      name: 'an instruction and a comment in each value',
      reply: () => make(text.replaceAll(leaf, '<$1>$2<!-- 7 --><?p 7?></$1>')),
      expected: valueOrMalformed,
    },
    { name: 'each value in CDATA', reply: () => make(text.replaceAll(leaf, '<$1><![CDATA[$2]]></$1>')), expected: valueOrMalformed },
    { name: 'XML 1.1', reply: () => make(`<?xml version="1.1"?>${root}`), expected: valueOrMalformed },
  ];
}
