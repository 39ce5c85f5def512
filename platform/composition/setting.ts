import type { z } from 'zod';

/** What holds where the environment says nothing. */
export type Absence =
  | { readonly kind: 'default'; readonly value: unknown }
  /** For development, and known to everybody: production must say something else. */
  | { readonly kind: 'development'; readonly value: unknown }
  /** What the simulator of this system knows; where it does not run in the same process, the environment must say something. */
  | { readonly kind: 'simulated'; readonly value: unknown }
  /** The address of the simulator, likewise. */
  | { readonly kind: 'simulator-address' }
  | { readonly kind: 'optional'; readonly told: string };

/** One variable of the environment: what it may be, and what a person has to know of it. */
export interface Setting<Value = unknown> {
  readonly schema: z.ZodType;
  /** For the tables of the documentation, in Markdown, without a full stop. */
  readonly description: string;
  readonly isSecret: boolean;
  /** The placeholder of the realm (identity/realm/) that has the same value: the secret of a client. */
  readonly realmVariable?: string;
  /** There is no default that would do in production. */
  readonly isNeededInProduction: boolean;
  readonly absence: Absence;
  /** What to say beyond `must be set`, such as how to make one. */
  readonly hint?: string;
  /** For the type alone; never there. */
  readonly value?: Value;
}

/** The settings of one part, by the names of the variables. */
export type SettingTable = Readonly<Record<string, Setting>>;

/** What a part with these settings is given. */
export type Values<Table extends SettingTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Setting<infer Value> ? Value : never;
};

interface Told<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly description: string;
  readonly isSecret?: boolean;
  readonly isNeededInProduction?: boolean;
  readonly realmVariable?: string;
  readonly hint?: string;
}

type Kept<Schema extends z.ZodType> = Setting<z.output<Schema>>;

function setting<Value>(told: Told<z.ZodType>, absence: Absence): Setting<Value> {
  return { isSecret: false, isNeededInProduction: absence.kind === 'development', ...told, absence };
}

export function withDefault<Schema extends z.ZodType>(value: z.output<Schema>, told: Told<Schema>): Kept<Schema> {
  return setting(told, { kind: 'default', value });
}

/** A value that everybody may know while customers are simulated; in production another one must be set. */
export function forDevelopment<Schema extends z.ZodType>(value: z.output<Schema>, told: Told<Schema>): Kept<Schema> {
  return setting(told, { kind: 'development', value });
}

/** A value by which the simulator of a legacy system and its adapter know each other. */
export function asSimulated<Schema extends z.ZodType>(value: z.output<Schema>, told: Told<Schema>): Kept<Schema> {
  return setting(told, { kind: 'simulated', value });
}

/** Where a legacy system answers; a system has one such setting. */
export function address<Schema extends z.ZodType>(told: Told<Schema>): Kept<Schema> {
  return setting(told, { kind: 'simulator-address' });
}

/** `told` says what holds without it: `none`, `the realm's token endpoint`. */
export function optional<Schema extends z.ZodType>(
  told: Told<Schema> & { readonly without: string },
): Setting<z.output<Schema> | undefined> {
  const { without, ...rest } = told;
  return setting(rest, { kind: 'optional', told: without });
}

/** What the environment gave, checked; nothing stands here for what it did not give. */
export type GivenSettings = Readonly<Record<string, unknown>>;

/** The simulator that runs beside an adapter. */
export interface Simulated {
  readonly url: string;
}

/** The values of one part's settings. What must be set has been checked before (`missingOf`). */
export function valuesOf<Table extends SettingTable>(table: Table, given: GivenSettings, simulator?: Simulated): Values<Table> {
  const entries = Object.entries(table).map(([name, { absence }]) => [name, given[name] ?? valueWithout(absence, simulator)]);
  // Each value is what the schema of its name made, or what stands beside that schema.
  return Object.fromEntries(entries) as Values<Table>;
}

function valueWithout(absence: Absence, simulator: Simulated | undefined): unknown {
  if (absence.kind === 'optional') return undefined;
  return absence.kind === 'simulator-address' ? simulator?.url : absence.value;
}

/** Those that the environment must say more of: of a system without its simulator, and in production. */
export function missingOf(table: SettingTable, given: GivenSettings, where: { readonly simulated: boolean; readonly production: boolean }) {
  const isMissing = ({ absence: { kind }, isNeededInProduction }: Setting) =>
    (isNeededInProduction && where.production) || ((kind === 'simulated' || kind === 'simulator-address') && !where.simulated);
  return Object.entries(table)
    .filter(([name, each]) => given[name] === undefined && isMissing(each))
    .map(([name, { hint }]) => ({ name, hint }));
}

/** The names of those that were given a value which everybody knows. */
export function publicOnesOf(table: SettingTable, given: GivenSettings): string[] {
  return Object.entries(table).flatMap(([name, { absence }]) =>
    absence.kind === 'development' && given[name] === absence.value ? [name] : [],
  );
}
