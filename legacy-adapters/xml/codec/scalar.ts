import { collapse } from '../characters.ts';

export { collapse };

/** How the values of one simple type are read and written. Neither ever guesses: what does not fit is `undefined`. */
export interface Scalar<Value> {
  /** For errors: `xs:long`, `CurrencyCode`. */
  readonly name: string;
  /** What becomes of white space before anything else is asked of a text (4.3.6); absent where it is collapsed, as for most types. */
  readonly whiteSpace?: 'preserve' | 'replace';
  parse(text: string): Value | undefined;
  /** Answers `undefined` for whatever is no such value, also for what TypeScript would not have let through. */
  format(value: Value): string | undefined;
  /** One text for all spellings of one value (1.0 and 1.00), where `format` keeps how it was spelt. */
  identity?(value: Value): string | undefined;
}

export function identityOf<Value>(scalar: Scalar<Value>, value: Value): string | undefined {
  return scalar.identity === undefined ? scalar.format(value) : scalar.identity(value);
}

/** Whether `value` is what `literal` spells, as a default or a fixed value of a schema does. */
export function isSpelt<Value>(scalar: Scalar<Value>, value: Value, literal: string): boolean {
  const spelt = scalar.parse(literal);
  return spelt !== undefined && identityOf(scalar, spelt) === identityOf(scalar, value);
}

/** A scalar whose values are strings that `canonical` passes or puts right; `undefined` from it refuses. */
export function textual(
  name: string,
  canonical: (text: string) => string | undefined,
  whiteSpace?: 'preserve' | 'replace',
): Scalar<string> {
  return {
    name,
    ...(whiteSpace === undefined ? {} : { whiteSpace }),
    parse: (text) => canonical(text),
    format: (value) => (typeof value === 'string' ? canonical(value) : undefined),
  };
}
