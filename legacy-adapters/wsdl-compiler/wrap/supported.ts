import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from '../compiler/compile.ts';

const folder = 'legacy-adapters/wsdl-compiler/fixtures';

function featureOf(root: string, fixture: string): string {
  const about: unknown = JSON.parse(readFileSync(path.join(root, folder, fixture, 'about.json'), 'utf8'));
  return typeof about === 'object' && about !== null && 'feature' in about ? String(about.feature) : '';
}

/** docs/wrapping/supported.md: a row a fixture, so that nothing is claimed that no test holds. */
export function supportedPage(root: string): string {
  const fixtures = globSync(`${folder}/*/about.json`, { cwd: root }).map((file) => path.basename(path.dirname(file)));
  const rows = fixtures.sort().map((name) => `| ${featureOf(root, name)} | [${name}](../../${folder}/${name}) |`);
  const refused = globSync(`${folder}/unsupported/*/about.json`, { cwd: root }).map((file) => path.basename(path.dirname(file)));
  const refusals = refused.sort().map((name) => {
    const wsdl = path.join(root, folder, 'unsupported', name, 'service.wsdl');
    const file = existsSync(wsdl) ? wsdl : path.join(path.dirname(wsdl), 'schema.xsd');
    const [first] = compile({ file, out: path.dirname(file) }).diagnostics;
    return `| ${featureOf(root, path.join('unsupported', name))} | ${first?.wayOut.replace('--map LOCATION=FILE', '`--map LOCATION=FILE`') ?? ''} | [${name}](../../${folder}/unsupported/${name}) |`;
  });
  return [
    '# What `npm run wrap` supports',
    '',
    'Made from the fixtures by `npm run wrap:fixtures`. Each row is a schema or a WSDL, a document that is read and written back, and one',
    'that is refused.',
    '',
    '| Feature | Fixture |',
    '| --- | --- |',
    ...rows,
    '',
    'What is not supported is named with its file, its line and a way out, and nothing is compiled:',
    '',
    '| Not supported | Way out | Fixture |',
    '| --- | --- | --- |',
    ...refusals,
    '',
  ].join('\n');
}
