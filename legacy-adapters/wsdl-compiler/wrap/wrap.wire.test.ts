import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'wrap-'));
afterAll(() => rmSync(folder, { recursive: true }));
const service = 'legacy-adapters/wsdl-compiler/fixtures/wsdl-http-beside-soap/service.wsdl';

function wrap(...args: readonly string[]) {
  const script = path.join(root, 'legacy-adapters/wsdl-compiler/main.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], { cwd: root, encoding: 'utf8' });
  const told = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as {
    operations: number;
    diagnostics: { severity: string; message: string }[];
  };
  return { status, told, output: stdout + stderr };
}

function written(name: string, text: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

it.each([
  ['nothing', () => [], 'no WSDL was given'],
  ['an option that is none', () => [service, '--fast'], "Unknown option '--fast'"],
  ['a file that is not there', () => [path.join(folder, 'none.wsdl'), '--out', folder], 'the file does not exist'],
  ['a folder', () => [folder, '--out', folder], 'that is a folder'],
  [
    'a file that is no XML',
    () => [written('text.wsdl', 'hello'), '--out', folder],
    'no well-formed XML: text where only elements may stand',
  ],
  ['an empty file', () => [written('empty.wsdl', ''), '--out', folder], 'no well-formed XML: the document ends early'],
  [
    'bytes of no charset',
    () => [written('bytes.wsdl', Uint8Array.of(0x3c, 0xc3, 0x28)), '--out', folder],
    'the file is not in the charset that it names',
  ],
  ['WSDL 2.0', () => [written('two.wsdl', '<d xmlns="http://www.w3.org/ns/wsdl"/>'), '--out', folder], 'WSDL 2.0 is not supported'],
  ['another document', () => [written('page.wsdl', '<html/>'), '--out', folder], '{}html is neither WSDL 1.1 nor XML Schema'],
])('wrap says what is wrong with %s, and ends with 1', (_what, args, message) => {
  const { status, told, output } = wrap(...args());
  expect(told.diagnostics).toMatchObject([{ severity: 'error', message }]);
  expect(status).toBe(1);
  expect(output).not.toMatch(/^ {4}at /m);
  expect(readdirSync(folder)).not.toContain('types.ts');
});

it('wrap compiles a WSDL in spite of warnings, and a second time finds nothing changed', () => {
  const out = path.join(folder, 'generated');
  const first = wrap(service, '--out', out);
  expect(first.status).toBe(0);
  expect(first.told.operations).toBe(1);
  expect(new Set(first.told.diagnostics.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  expect(wrap(service, '--out', out, '--check')).toMatchObject({ status: 0 });
});
