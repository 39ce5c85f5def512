/**
 * The name of something that one part gives to others, with the type of what is given: the port of a legacy system, the
 * database, the realm. Whoever needs it names it in its descriptor, and the bank hands it over when it creates the part.
 */
export interface Need<Given = unknown> {
  readonly name: string;
  /** Without it a part is created all the same, and gets undefined. */
  readonly isOptional: boolean;
  /** For the type alone; never there. */
  readonly given?: Given;
}

/** The needs of one part, by the names under which it gets them. */
export type Needs = Readonly<Record<string, Need>>;

/** What a part with these needs is given. */
export type Given<Wanted extends Needs> = {
  readonly [Name in keyof Wanted]: Wanted[Name] extends Need<infer Thing> ? Thing : never;
};

export function defineNeed<Thing>(name: string): Need<Thing> {
  return { name, isOptional: false };
}

/** The same, for a part that can do without it. */
export function optionally<Thing>(need: Need<Thing>): Need<Thing | undefined> {
  return { name: need.name, isOptional: true };
}

/** What there is to be given in one process, by the names of the needs. */
export type Dependencies = ReadonlyMap<string, unknown>;

/** Everything that a part needs. Throws where something is missing, which a check of the settings should have told before. */
export function resolveNeeds<Wanted extends Needs>(needs: Wanted, dependencies: Dependencies): Given<Wanted> {
  const entries = Object.entries(needs).map(([name, need]) => {
    if (!dependencies.has(need.name) && !need.isOptional) throw new Error(`${need.name} is needed here, and nothing gives it`);
    return [name, dependencies.get(need.name)];
  });
  // Each is put under the name of the need that has its type.
  return Object.fromEntries(entries) as Given<Wanted>;
}
