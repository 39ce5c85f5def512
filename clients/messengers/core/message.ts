/** A piece of text in one style. */
export interface Span {
  readonly text: string;
  readonly style?: 'bold' | 'code' | 'quiet';
}

export type Button =
  | { readonly label: string /** Opaque, at most 64 bytes, of one use. */; readonly id: string }
  | { readonly label: string; readonly url: string };

/** What the bot says, in no messenger's words. */
export interface CanonicalMessage {
  readonly text: readonly Span[];
  /** Under the message, row by row. */
  readonly buttons: readonly (readonly Button[])[];
  /** Offered above the keyboard from now on, whatever else is said; what is tapped comes back as text. */
  readonly quickReplies?: readonly (readonly string[])[];
  /** The message that this one takes the place of, where the channel can edit. */
  readonly replaces?: string;
}

export function bold(text: string): Span {
  return { text, style: 'bold' };
}

export function code(text: string): Span {
  return { text, style: 'code' };
}

export function quiet(text: string): Span {
  return { text, style: 'quiet' };
}

/** Lines of spans as one text. */
export function lines(...rows: readonly (string | Span | readonly (string | Span)[])[]): Span[] {
  return rows.flatMap((row, index) => {
    const spans = (Array.isArray(row) ? row : [row]).map((span: string | Span) => (typeof span === 'string' ? { text: span } : span));
    return index === 0 ? spans : [{ text: '\n' }, ...spans];
  });
}

export function plainText(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('');
}
