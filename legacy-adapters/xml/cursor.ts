import { EXCLAMATION, LESS_THAN, QUESTION, SLASH } from './characters.ts';
import { END } from './names.ts';
import { Tags } from './tags.ts';

/**
 * A pull tokenizer over one decoded document, in time linear in its length. Namespaces are resolved, nesting and limits
 * checked, and a DOCTYPE, an undeclared entity or a forbidden character refused. Generated decoders drive it: `next` goes to
 * the next child, and each element is then read whole, by `string` or by `next` until that says END.
 *
 * Everything throws XmlMalformed. XML 1.0 fifth edition, Namespaces in XML 1.0 third edition.
 */
export class Cursor extends Tags {
  /** Elements that the schema does not know at their place and that were passed over, each with all inside it. */
  skipped = 0;
  /** Where the text that `scan` found plain begins and ends. */
  protected from = 0;
  protected to = 0;
  /** The text that `scan` found not to be plain, put together. */
  protected pieced = '';

  /** Goes to the next child of the open element, or past its end. Text but blanks is refused. Says what `name` then is. */
  next(): number {
    if (this.closed) return this.endClosed();
    const { source } = this;
    for (;;) {
      let code = source.charCodeAt(this.position);
      while (code === 0x0a || code === 0x20 || code === 0x0d || code === 0x09) {
        this.position += 1;
        code = source.charCodeAt(this.position);
      }
      if (code !== LESS_THAN) {
        throw this.malformed(this.position < source.length ? 'text where only elements may stand' : 'the document ends early');
      }
      const after = source.charCodeAt(this.position + 1);
      if (after === SLASH) {
        this.endTag();
        this.pop();
        this.name = END;
        return END;
      }
      if (after !== EXCLAMATION && after !== QUESTION) {
        this.startTag();
        return this.name;
      }
      this.skipMarkup(false);
    }
  }

  /** The text of the open element up to its end, which is passed. Child elements are refused. */
  string(): string {
    return this.scan() ? this.source.slice(this.from, this.to) : this.pieced;
  }

  /** The text up to the next child or to the end, where both may stand, and then what `next` says. */
  mixed(): { readonly text: string; readonly name: number } {
    let text = '';
    while (!this.closed) {
      const at = this.source.indexOf('<', this.position);
      if (at === -1) throw this.malformed('the document ends early');
      text += this.plain(this.position, at);
      this.checkText(text.length);
      this.position = at;
      if (!this.atMarkup()) break;
      text += this.skipMarkup(true);
    }
    return { text, name: this.next() };
  }

  /** Passes the open element over, with all inside it, its nesting checked. */
  skip(): void {
    const outside = this.depth - 1;
    while (this.depth > outside) this.mixed();
  }

  /** Passes over an element that the schema does not know at its place. */
  skipUnknown(): void {
    this.skipped += 1;
    this.skip();
  }

  /** After the root's end, where nothing but comments and instructions may follow. */
  finish(): void {
    for (this.skipSpace(); this.position < this.source.length; this.skipSpace()) {
      if (!this.atMarkup()) throw this.malformed('something stands after the end of the root');
      this.skipMarkup(false);
    }
  }

  /** Reads up to the open element's end; true when its text is `source` between `from` and `to`, else it is `pieced`. */
  protected scan(): boolean {
    if (this.closed) {
      this.endClosed();
      this.pieced = '';
      return false;
    }
    const { source, position } = this;
    const at = source.indexOf('<', position);
    if (at === -1) throw this.malformed('the document ends early');
    if (source.charCodeAt(at + 1) === SLASH && this.isPlain(position, at)) {
      this.checkText(at - position);
      this.from = position;
      this.to = at;
      this.position = at;
      this.endTag();
      this.pop();
      return true;
    }
    const { text, name } = this.mixed();
    if (name !== END) throw this.malformed('an element where only text may stand');
    this.pieced = text;
    return false;
  }

  /** True when the open element's text ends at `at`, with nothing but its end tag there; both are then passed. */
  protected endsAt(at: number): boolean {
    const { source } = this;
    if (this.closed || source.charCodeAt(at) !== LESS_THAN || source.charCodeAt(at + 1) !== SLASH) return false;
    this.position = at;
    this.endTag();
    this.pop();
    return true;
  }

  private endClosed(): number {
    this.closed = false;
    this.pop();
    this.name = END;
    return END;
  }
}
