type Path = readonly (string | number)[];

interface Failed {
  readonly message?: string;
  readonly path?: Path | undefined;
}

export interface Kept<Data, Error_> {
  readonly data: Data;
  readonly errors: readonly (Error_ & { readonly path?: Path })[];
}

/**
 * A failed field is null in an answer, and GraphQL may carry that null up to the nearest field that can hold it: the transactions
 * of one account unavailable make `me.accounts` null. A cache that believed such a null would forget accounts that another operation
 * has just brought. So it is taken out of the answer, and the error is said to be where it stood.
 */
export function keepKnown<Data, Error_ extends Failed>(data: Data, errors: readonly Error_[]): Kept<Data, Error_> {
  const kept = structuredClone(data);
  return {
    data: kept,
    errors: errors.map((error) => (error.path === undefined ? error : { ...error, path: takeOut(kept, error.path) })) as Kept<
      Data,
      Error_
    >['errors'],
  };
}

function takeOut(data: unknown, path: Path): Path {
  let place = data;
  for (const [depth, key] of path.entries()) {
    if (typeof place !== 'object' || place === null) return path.slice(0, depth);
    const holder = place as Record<string | number, unknown>;
    place = holder[key];
    if (place === null && !Array.isArray(holder)) delete holder[key];
    if (place === null || place === undefined) return path.slice(0, depth + 1);
  }
  return path;
}
