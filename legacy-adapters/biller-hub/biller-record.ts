import { LegacyUnreachable } from '#platform/errors.ts';
import { createPortValues } from '../kit/port-values.ts';
import type * as wire from './generated/types.ts';
import type { BillerCategory, BillerField, BillerFieldKind, BillerRecord, LocalText } from './port.ts';
import { isSafePattern } from './safe-pattern.ts';

const name = 'biller-hub';
const values = createPortValues(name);
const lengthMax = 200;

const categories: ReadonlyMap<string, BillerCategory> = new Map([
  ['MOB', 'MOBILE'],
  ['UTL', 'UTILITIES'],
  ['TV', 'TV'],
  ['NET', 'INTERNET'],
  ['TRN', 'TRANSPORT'],
]);
const kinds: ReadonlyMap<string, BillerFieldKind> = new Map([
  ['PHN', 'PHONE'],
  ['NUM', 'NUMBER'],
]);

/** A biller of the hub's catalogue in the port's terms. A category or a kind that we do not know is no fault of the hub's. */
export function toBiller({ No, Cat, Name, Fld }: wire.Biller): BillerRecord {
  const fields = Fld.map(toField);
  if (new Set(fields.map(({ code }) => code)).size !== fields.length) throw contradiction('a biller with two fields of one code');
  return { billerNumber: values.id(No, 'No'), category: categories.get(Cat) ?? 'OTHER', name: toText(Name), fields };
}

function toField({ Code, Knd, Min, Max, Req, Lbl, Hint, Ptn, Exmp }: wire.Fld): BillerField {
  if (Min < 0 || Max < Min || Max > lengthMax || Ptn === '' || Exmp === '')
    throw contradiction('a field of an impossible length, or without a pattern or an example');
  return {
    code: values.matching(Code, /^[\w-]{1,40}$/, 'Code'),
    kind: kinds.get(Knd) ?? 'TEXT',
    label: toText(Lbl),
    hint: Hint.length === 0 ? undefined : toText(Hint),
    pattern: isSafePattern(Ptn) ? Ptn : undefined,
    example: Exmp,
    lengthMin: Min,
    lengthMax: Max,
    required: Req,
  };
}

/** Ukrainian is always there; what is not said in another language is said in Ukrainian. */
function toText(texts: readonly wire.Txt[]): LocalText {
  const said = new Map(texts.map(({ Lang, value }) => [Lang, value]));
  const uk = said.get('uk');
  const isWhole = said.size === texts.length && texts.every(({ value }) => value.trim() !== '');
  if (uk === undefined || !isWhole) throw contradiction('a text without Ukrainian, twice in one language, or without words');
  return { uk, en: said.get('en') ?? uk, ru: said.get('ru') ?? uk };
}

function contradiction(detail: string): LegacyUnreachable {
  return new LegacyUnreachable(name, 'UPSTREAM_MALFORMED', detail);
}
