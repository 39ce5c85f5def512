import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compile } from './compile.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'wrap-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Types of every kind that point at each other, as the big exports of core systems do. */
function schemaOf(bytes: number): string {
  const parts = [
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:big" targetNamespace="urn:big" elementFormDefault="qualified">',
  ];
  for (let number = 0, size = 0; size < bytes; number += 1) {
    const before = Math.max(0, number - 7);
    const part = `
  <xs:simpleType name="Code${number}"><xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}\\d{1,${number + 1}}"/><xs:maxLength value="35"/></xs:restriction></xs:simpleType>
  <xs:complexType name="Part${number}">
    <xs:sequence>
      <xs:element name="Id${number}" type="Code${number}"/>
      <xs:element name="Before" type="Part${before}" minOccurs="0" maxOccurs="unbounded"/>
      <xs:choice><xs:element name="Day${number}" type="xs:date"/><xs:element name="Moment${number}" type="xs:dateTime"/></xs:choice>
      <xs:element name="Amount" minOccurs="0"><xs:complexType><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="Ccy" type="xs:string"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="More${number}"><xs:complexContent><xs:extension base="Part${number}"><xs:sequence><xs:element name="Note" type="xs:string" nillable="true"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:element name="Document${number}" type="Part${number}"/>`;
    parts.push(part);
    size += part.length;
  }
  return `${parts.join('')}\n</xs:schema>\n`;
}

it('a schema of 500 kB is compiled in under 3 s', () => {
  const file = path.join(folder, 'big.xsd');
  const source = schemaOf(500_000);
  writeFileSync(file, source);
  const from = process.cpuUsage();
  const { types, diagnostics, files } = compile({ file, out: folder });
  const { user, system } = process.cpuUsage(from);
  expect(diagnostics).toEqual([]);
  expect(types).toBeGreaterThan(1_000);
  expect(files.get('decoders.ts')).toContain('decodePart100(');
  // Of the processor's own time, so that a busy machine says nothing of us.
  expect((user + system) / 1e6).toBeLessThan(3);
});
