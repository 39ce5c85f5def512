import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A word that only this project would use, and the field's own for it. */
interface Refused {
  readonly word: RegExp;
  readonly say: string;
}

export const refused: readonly Refused[] = [
  { word: /\b(?:un)?conceal/i, say: 'redact' },
  { word: /\berrands?\b|errandOf/i, say: 'operation call' },
  { word: /\bordeals?\b|standTrial|\btrial\.testkit/i, say: 'conformance suite' },
  { word: /\bpostSealed\b|\bsealTwice\b/, say: 'sign' },
  { word: /RateBoard|rate-board|\bcreateBoard\b|kit\/board\b/, say: 'single-flight cache' },
  { word: /\b(?:is|was|are|be|setA|'|[a-z]+A)\s?away(?:'|\b)|\b[a-z]+Away\b/, say: 'unavailable' },
  { word: /requisite/i, say: 'bank details' },
  { word: /\bOperation(?:Connection|Edge|Filter|Row|Details)\b|\bRecentOperations\b|account\.operations\b/, say: 'transaction' },
  { word: /\bLEGACY_(?:REFUSED|UNAVAILABLE|TIMEOUT|MALFORMED|FAILED)\b/, say: 'UPSTREAM_*' },
  { word: /\bWorkshop\b/, say: 'process context' },
  { word: /\bSupplies\b|\bsuppliesOf\b/, say: 'dependencies' },
  { word: /\bready-?sign\b/i, say: 'startup banner' },
  { word: /\bwithPlaces|\bNoPlace\b/, say: 'bulkhead' },
  { word: /changes-?nothing/i, say: 'query document' },
  { word: /CardDesk|card-desk/, say: 'card store' },
  { word: /\blasting-?port\b|LastingPort/, say: 'non-ephemeral port' },
  { word: /\bRehears|\brehears/, say: 'sampled operation' },
  { word: /\bgrounds? for state\b/i, say: 'durable state' },
];

/** Where an old word may stand, and why. */
export const allowed: readonly { readonly files: RegExp; readonly because: string }[] = [
  { files: /^tools\/lint\/words/, because: 'the list itself and its planted violations' },
  { files: /^docs\/adr\//, because: 'a record is not rewritten after the fact' },
  { files: /^CHANGELOG/, because: 'it tells what a name was before' },
  { files: /^legacy-adapters\/core-banking\//, because: 'GetRequisites is the legacy system\u2019s own name on the wire' },
  { files: /^clients\/messengers\/core\/dialogue\/keywords\.ts$/, because: 'what people type, whatever we call it' },
];

const read = /\.(?:ts|tsx|mjs|js|css|html|md|graphql|yml)$/;
const generated = /(?:^|\/)(?:generated|fixtures)\//;

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly say: string;
}

/** Every old word in a text, a finding a line. */
export function oldWordsIn(file: string, text: string): Finding[] {
  if (!read.test(file) || generated.test(file) || allowed.some(({ files }) => files.test(file))) return [];
  return text.split('\n').flatMap((line, index) =>
    refused.flatMap(({ word, say }): Finding[] => {
      const found = word.exec(line)?.[0];
      return found === undefined ? [] : [{ file, line: index + 1, text: found, say }];
    }),
  );
}

if (process.argv[1] === import.meta.filename) {
  const root = path.resolve(import.meta.dirname, '../..');
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 10_000_000 }).split('\0').filter(Boolean);
  const findings = files.filter((file) => read.test(file)).flatMap((file) => oldWordsIn(file, readFileSync(path.join(root, file), 'utf8')));
  for (const { file, line, text, say } of findings) console.log(`${file}:${line}: "${text}"; say ${say}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
