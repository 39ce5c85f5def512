/**
 * A document that is no XML, or is not what its schema says. `path` names elements and never carries a value, so the message
 * may be logged.
 */
export class XmlMalformed extends Error {
  override readonly name = 'XmlMalformed';
  /** The open elements, outermost first, as the document spells them: `s:Envelope/s:Body/GetCardsResponse`. */
  readonly path: string;
  /** Where it was noticed, in UTF-16 units from the start. */
  readonly offset: number;

  constructor(why: string, path: string, offset: number) {
    super(path === '' ? why : `${why} at ${path}`);
    this.path = path;
    this.offset = offset;
  }
}
