/** Groups of digits of any script, with what people put between them. */
const runs = /\p{Nd}(?:[\s\u00A0.,/\-–—_]{0,2}\p{Nd})*/gu;
/** By how common they are; a number of 16 digits is taken for a card before one of 13 that begins in it. */
const lengths = [16, 15, 19, 18, 17, 14, 13];

interface Group {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

/** ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Hides whatever looks like a card's number, all but its last four digits, so that it is neither stored nor logged. */
export function maskCardNumbers(text: string): { readonly text: string; readonly found: boolean } {
  let found = false;
  const masked = text.replace(runs, (run) => {
    const hidden = maskRun(run);
    found ||= hidden !== run;
    return hidden;
  });
  return { text: masked, found };
}

/** A card may stand beside other digits, such as the number of a list, so every sequence of whole groups is tried. */
function maskRun(run: string): string {
  const groups = [...run.matchAll(/\p{Nd}+/gu)].map(
    (match): Group => ({ from: match.index, to: match.index + match[0].length, digits: [...match[0]].map(digitOf).join('') }),
  );
  for (const length of lengths) {
    for (const [start, first] of groups.entries()) {
      let digits = '';
      for (const last of groups.slice(start)) {
        digits += last.digits;
        if (digits.length > length) break;
        if (digits.length < length || !passesLuhn(digits) || /^0+$/.test(digits)) continue;
        return `${maskRun(run.slice(0, first.from))}•••• ${digits.slice(-4)}${maskRun(run.slice(last.to))}`;
      }
    }
  }
  return run;
}

/** Every run of decimal digits in Unicode begins at a zero and is ten long. */
function digitOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (point - zero) % 10;
}
