import { watchlist } from '#legacy-adapters/simulation/world.ts';

export interface Person {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | undefined;
  readonly birthDate: string | undefined;
}

export interface Screening {
  readonly outcome: 'C' | 'P' | 'H';
  /** The likeliest first. */
  readonly matches: readonly { readonly listCode: string; readonly listName: string; readonly score: string }[];
}

/** In ten-thousandths, so that no score is a float. */
const sameName = 7_000;
const possibleFrom = 7_000;
const hitFrom = 9_500;

/** How alike a person and each entry of the lists are: by name first, then by what else is known of both. */
export function screen(person: Person): Screening {
  const matches = watchlist
    .map((entry) => ({ entry, score: likeness(person, entry) }))
    .filter(({ score }) => score >= possibleFrom)
    .sort((a, b) => b.score - a.score);
  const best = matches[0]?.score ?? 0;
  return {
    outcome: best >= hitFrom ? 'H' : best >= possibleFrom ? 'P' : 'C',
    matches: matches.map(({ entry: { listCode, listName }, score }) => ({ listCode, listName, score: asDecimal(score) })),
  };
}

function likeness(person: Person, entry: (typeof watchlist)[number]): number {
  const sameText = (one: string, other: string) => one.toLocaleLowerCase('uk') === other.toLocaleLowerCase('uk');
  if (!sameText(person.lastName, entry.lastName) || !sameText(person.firstName, entry.firstName)) return 0;
  let score = sameName;
  if (person.middleName !== undefined && entry.middleName !== null) score += sameText(person.middleName, entry.middleName) ? 1_500 : -2_000;
  if (person.birthDate !== undefined && entry.birthDate !== null) {
    if (person.birthDate === entry.birthDate) score += 1_500;
    else if (person.birthDate.slice(0, 4) === entry.birthDate.slice(0, 4)) score += 500;
    else score -= 3_000;
  }
  return Math.max(0, score);
}

function asDecimal(tenThousandths: number): string {
  return `${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, '0')}`;
}
