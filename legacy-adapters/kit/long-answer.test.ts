import { describe, expect, it } from 'vitest';
import { readEnvelope, readEnvelopeSlowly } from '../soap/envelope.ts';
import { operations, schema } from '../wsdl-compiler/fixtures/rows/generated/operations.ts';
import { XmlMalformed } from '../xml/malformed.ts';
import { decodeAndCheckXml } from './charset.ts';

const row = '<row><id>1</id><day>2026-11-21</day><sum>12345678901234567.89</sum></row>';
const answerOf = (rows: number) =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><AskResponse xmlns="urn:f">${row.repeat(rows)}</AskResponse></s:Body></s:Envelope>`;

describe('an answer of many rows', () => {
  it('is read with pauses, in which others have the event loop, and reads the same', async () => {
    const answer = answerOf(100_000);
    let turns = 0;
    let reading = true;
    const turn = () => {
      turns += 1;
      if (reading) setImmediate(turn);
    };
    setImmediate(turn);
    const slowly = await readEnvelopeSlowly(schema, '1.1', operations.Ask, answer);
    reading = false;
    expect(turns).toBeGreaterThan(5);
    expect(slowly.row).toHaveLength(100_000);
    expect(slowly).toEqual(readEnvelope(schema, '1.1', operations.Ask, answer));
  });

  it('that is cut off is refused all the same', async () => {
    const answer = answerOf(1_000);
    await expect(readEnvelopeSlowly(schema, '1.1', operations.Ask, answer.slice(0, -20))).rejects.toBeInstanceOf(XmlMalformed);
  });
});

describe('characters that XML forbids', () => {
  const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
  it.each(['', 'a', 'ab', 'abc', 'abcd', 'abcde'])('are found in bytes wherever they stand, behind %j', (before) => {
    for (const shift of [0, 1, 2, 3]) {
      const whole = bytesOf(`${' '.repeat(shift)}<a>\t\r\nї${before}`);
      const shifted = (text: string) => decodeAndCheckXml(bytesOf(`${' '.repeat(shift)}${text}`).subarray(shift), '').charactersChecked;
      expect(decodeAndCheckXml(whole.subarray(shift), '').charactersChecked).toBe(true);
      expect(shifted(`<a>${before}\u0001`)).toBe(false);
      expect(shifted(`<a>${before}\u001fxxxxxx`)).toBe(false);
      expect(shifted(`<a>${before}\uffff`)).toBe(false);
    }
  });

  it('are left to the tokenizer where bytes say nothing', () => {
    expect(decodeAndCheckXml(Buffer.from('\ufeff<a/>', 'utf16le'), '')).toEqual({ text: '<a/>', charactersChecked: false });
  });
});
