import { type Contract, envelopes, type HostileCase, leaf, type Make, malformed, valueOrMalformed } from '../hostile-case.ts';
import type { HonestAnswer } from '../reply.ts';

export function namespaces({ body }: HonestAnswer, make: Make, { namespace, soap }: Contract): HostileCase[] {
  const text = Buffer.from(body).toString('utf8');
  const found: HostileCase[] = [
    { name: 'the body in a foreign namespace', reply: () => make(text.replaceAll(`"${namespace}"`, '"urn:foreign"')), expected: malformed },
    {
      name: 'the body in no namespace',
      reply: () => make(text.replaceAll(new RegExp(` xmlns="${namespace}"`, 'g'), '')),
      expected: valueOrMalformed,
    },
    {
      name: 'a foreign element before each value',
      reply: () => make(text.replaceAll(leaf, '<f:$1 xmlns:f="urn:foreign">7</f:$1>$&')),
      expected: valueOrMalformed,
    },
    { name: 'every value twice', reply: () => make(text.replaceAll(leaf, '$&<$1>7</$1>')), expected: valueOrMalformed },
  ];
  if (soap === undefined) return found;
  const other = envelopes[soap === '1.1' ? '1.2' : '1.1'];
  found.push(
    { name: 'an envelope of a foreign namespace', reply: () => make(text.replaceAll(envelopes[soap], 'urn:foreign')), expected: malformed },
    { name: "an envelope of SOAP's other version", reply: () => make(text.replaceAll(envelopes[soap], other)), expected: malformed },
    { name: 'a body twice', reply: () => make(text.replace(/<(\w+:Body)[\s\S]*<\/\1>/, '$&$&')), expected: malformed },
    { name: 'no envelope', reply: () => make(/<\w+:Body[^>]*>([\s\S]*)<\/\w+:Body>/.exec(text)?.[1] ?? ''), expected: malformed },
  );
  return found;
}
