/** Bounds of one document. What is over any of them is refused, whatever else it may be. */
export interface XmlLimits {
  /** UTF-16 units of the whole document. */
  readonly characters: number;
  readonly depth: number;
  readonly elements: number;
  /** UTF-16 units of one text, or of one attribute's value. */
  readonly text: number;
  /** Attributes and namespace declarations of one element. */
  readonly attributes: number;
}

export const defaultLimits: XmlLimits = {
  characters: 32 * 1024 * 1024,
  depth: 64,
  elements: 1_000_000,
  text: 1024 * 1024,
  attributes: 64,
};

/** How a document is read; what is left out has the defaults above. */
export interface ReadOptions {
  readonly limits?: Partial<XmlLimits>;
  /** The characters were checked when the bytes were decoded. */
  readonly charactersChecked?: boolean;
}
