import { describe, expect, it } from 'vitest';
import { Cursor } from './cursor.ts';
import { XmlMalformed } from './malformed.ts';
import { NameTable } from './names.ts';

/** The names of the root's children, by one table, as a process has one for each schema. */
function childrenOf(table: NameTable, source: string): string[] {
  const cursor = new Cursor(source, table);
  cursor.next();
  const names: string[] = [];
  for (cursor.next(); cursor.name !== -1; cursor.next()) {
    names.push(`{${cursor.element().namespace}}${cursor.element().local}`);
    cursor.skip();
  }
  cursor.finish();
  return names;
}

/** Two lists of declarations that a careless key would take for one. */
const alike = [
  ['a line feed', '<r xmlns:x="urn:x&#10;a=N"><x:c/></r>', '<r xmlns:x="urn:x" xmlns:a="N"><x:c/><a:c/></r>'],
  ['a line feed and the default', '<r xmlns:x="urn:x&#10;=N"><c/></r>', '<r xmlns:x="urn:x" xmlns="N"><c/></r>'],
  ['lengths', '<r xmlns:x="1:ab=1:c"><x:c/></r>', '<r xmlns:x="1:a" xmlns:b="1:c"><x:c/><b:c/></r>'],
  ['a tab', '<r xmlns:x="u&#9;a&#9;N"><x:c/></r>', '<r xmlns:x="u" xmlns:a="N"><x:c/><a:c/></r>'],
  ['quotes', `<r xmlns:x='u","a","N'><x:c/></r>`, '<r xmlns:x="u" xmlns:a="N"><x:c/><a:c/></r>'],
] as const;

describe('a namespace that is made to look like two declarations', () => {
  it.each(alike)('by %s declares no other prefix', (_how, hostile, honest) => {
    const table = new NameTable([]);
    const expected = childrenOf(new NameTable([]), honest);
    childrenOf(table, hostile);
    expect(childrenOf(table, honest)).toEqual(expected);
    const undeclared = hostile.replace('<x:c/>', '<a:c/>').replace('<c/>', '<a:c/>');
    const other = new NameTable([]);
    childrenOf(other, honest);
    expect(() => childrenOf(other, undeclared)).toThrow(XmlMalformed);
  });
});

describe('what one process remembers of names', () => {
  it('does not grow with the length of the namespaces and QNames that answers hold', () => {
    const scope = new NameTable([]).scope();
    const short = [['x', 'urn:short']] as const;
    expect(scope.with(short)).toBe(scope.with(short));
    const long = [['x', `urn:${'x'.repeat(100_000)}`]] as const;
    expect(scope.with(long)).not.toBe(scope.with(long));
    const name = 'n'.repeat(100_000);
    expect(scope.element('n')).toBe(scope.element('n'));
    expect(scope.element(name)).not.toBe(scope.element(name));
  });

  it('tells apart names whose namespace ends as another begins', () => {
    const table = new NameTable(['{a}b', '{a}b}c']);
    const ids = (source: string) => {
      const cursor = new Cursor(source, table);
      return cursor.next();
    };
    expect(ids('<x:c xmlns:x="a}b"/>')).toBe(table.ids.get('{a}b}c'));
    expect(ids('<x:b xmlns:x="a"/>')).toBe(table.ids.get('{a}b'));
  });
});
