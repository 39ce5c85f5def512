import { LegacyUnreachable } from '#platform/errors.ts';

/** What a port promises of its values and a WSDL leaves open. A value that breaks the promise makes the answer malformed. */
export interface PortValues {
  /** A positive number of up to 18 or 19 digits, kept as text. */
  id(text: string, label: string): string;
  /** A civil date. A time zone, which xs:date may carry, is refused: the bank's dates have none. */
  date(text: string, label: string): string;
  /** A moment with its zone, which xs:dateTime may lack. */
  moment(text: string, label: string): string;
  matching(text: string, pattern: RegExp, label: string): string;
}

export function createPortValues(system: string): PortValues {
  function matching(text: string, pattern: RegExp, label: string): string {
    if (pattern.test(text)) return text;
    throw new LegacyUnreachable(system, 'UPSTREAM_MALFORMED', `${label} is not what the port promises`);
  }
  return {
    id: (text, label) => matching(text, /^[1-9]\d{0,18}$/, label),
    date: (text, label) => matching(text, /^\d{4}-\d\d-\d\d$/, label),
    moment: (text, label) => matching(text, /T.*(?:Z|[+-]\d\d:\d\d)$/, label),
    matching,
  };
}
