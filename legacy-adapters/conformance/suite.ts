import { isDeepStrictEqual } from 'node:util';
import { createDeadline, type Deadline } from '#platform/deadline.ts';
import { BankError } from '#platform/errors.ts';
import { type Span, unrecorded } from '#platform/telemetry/tracing.ts';
import { casesOf } from './cases.ts';
import { type Contract, type HostileCase, internals } from './hostile-case.ts';
import type { HostileCore } from './hostile-core.ts';
import { longestRunOf } from './longest-run.ts';
import type { HonestAnswer } from './reply.ts';
import { sampleOf } from './sample.ts';

export interface ProbeCall {
  readonly deadline: Deadline;
  readonly trace: Span;
}

/** One question to an adapter, whose answer is spoilt in every way. */
export interface Probe {
  /** The operation whose answers are spoilt, by the name of its request's element. */
  readonly operation: string;
  readonly policy: 'read' | 'moves money';
  ask(call: ProbeCall): Promise<unknown>;
  /** Brought about before each try, such as the end of the session where a sign-in is spoilt. */
  readonly before?: () => void;
  /** An answer given once more is of no use, as that of a sign-in to a session that has ended: it need not lead to a value. */
  readonly single?: boolean;
  /** Answers of many megabytes are tried as well; once an adapter is enough for them. */
  readonly sizes?: boolean;
  /** Questions to which the honest answers are strangers here. */
  readonly others?: readonly { readonly operation: string; ask(call: ProbeCall): Promise<unknown> }[];
}

export interface SuiteOptions {
  readonly core: HostileCore;
  readonly contract: Contract;
  /** Texts that no error may show: passwords, session ids. */
  readonly secrets: readonly string[];
  readonly seed: number;
  /** Every case, where otherwise each series is sampled. */
  readonly whole: boolean;
}

export interface SuiteResult {
  readonly cases: number;
  /** What went wrong, a sentence a case. */
  readonly faults: readonly string[];
  /** Milliseconds of processor time. */
  readonly longestRunMs: number;
}

/** Bounds one try where the answer comes at once, and where it never does. */
const patientMs = 10_000;
const impatientMs = 250;
/** How late an answer may be before the call counts as hung. */
const graceMs = 3_000;

/** Puts one question as often as there are ways to spoil its answer. */
export async function runConformanceSuite({ core, contract, secrets, seed, whole }: SuiteOptions, probe: Probe): Promise<SuiteResult> {
  const faults: string[] = [];
  let longestRunMs = 0;
  const honestly = async (question: Pick<Probe, 'operation' | 'ask'>) => {
    await core.arm('honest');
    const value = await question.ask({ deadline: createDeadline(patientMs), trace: unrecorded() });
    const answer = await core.recall(question.operation);
    if (answer === undefined) throw new Error(`${question.operation} was not asked for`);
    return { value, answer };
  };

  probe.before?.();
  const honest = await honestly(probe);
  const strangers: Uint8Array[] = [];
  for (const other of probe.others ?? []) strangers.push((await honestly(other)).answer.body);
  const all = casesOf(inUtf8(honest.answer), contract, strangers, seed, probe.sizes ?? false);
  const cases = whole ? all : sampleOf(all, seed);

  for (const spoilt of cases) {
    const reply = spoilt.reply();
    probe.before?.();
    await core.arm({ operation: probe.operation, reply });
    let outcome: Outcome = { code: 'HUNG' };
    const tried = async () => {
      outcome = await outcomeOf(probe, spoilt.expected.includes('UPSTREAM_TIMEOUT') ? impatientMs : patientMs);
    };
    if (spoilt.heavy) longestRunMs = Math.max(longestRunMs, await longestRunOf(tried));
    else await tried();
    const arrivals = await core.arm('honest');
    const fault = faultOf(spoilt, outcome, honest.value, probe, arrivals, [internals, ...secrets]);
    if (fault !== undefined) faults.push(`${probe.operation}, ${spoilt.name}: ${fault}`);
    // A sign-in that hangs is shared, so whoever comes next would wait for it as well.
    if (probe.single && spoilt.expected.includes('UPSTREAM_TIMEOUT')) await honestly(probe).catch(() => honestly(probe));
  }

  const after = await honestly(probe).catch((error: unknown) => ({ value: error }));
  if (probe.policy === 'read' && !isDeepStrictEqual(after.value, honest.value))
    faults.push(`${probe.operation}: does not answer after it all`);
  return { cases: cases.length, faults, longestRunMs };
}

/** The same answer, so that what is done to its text need not know its charset. */
function inUtf8({ status, headers, body }: HonestAnswer): HonestAnswer {
  const charset = /charset="?([\w-]+)/.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  const text = new TextDecoder(charset).decode(body).replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="utf-8"?>');
  const type = (headers['content-type'] ?? '').replace(charset, 'utf-8');
  return { status, headers: { ...headers, 'content-type': type }, body: Buffer.from(text) };
}

type Outcome = { readonly value: unknown } | { readonly code: string; readonly error?: unknown };

async function outcomeOf(probe: Probe, deadlineMs: number): Promise<Outcome> {
  const timer = Promise.withResolvers<Outcome>();
  const timeout = setTimeout(() => timer.resolve({ code: 'HUNG' }), deadlineMs + graceMs);
  const asked = probe.ask({ deadline: createDeadline(deadlineMs), trace: unrecorded() }).then(
    (value): Outcome => ({ value }),
    (error: unknown): Outcome => ({ code: error instanceof BankError ? error.code : `no error of ours: ${error}`, error }),
  );
  try {
    return await Promise.race([asked, timer.promise]);
  } finally {
    clearTimeout(timeout);
  }
}

function faultOf(
  { expected, anyValue, notCarriedOut = false }: HostileCase,
  outcome: Outcome,
  honest: unknown,
  { policy, single }: Probe,
  arrivals: number,
  hidden: readonly string[],
): string | undefined {
  const changes = policy === 'moves money' && !notCarriedOut;
  if (changes && arrivals > 1) return `was sent ${arrivals} times`;
  if ('value' in outcome) {
    if (!expected.includes('VALUE')) return 'was believed';
    return anyValue || isDeepStrictEqual(outcome.value, honest) ? undefined : `a wrong value: ${JSON.stringify(outcome.value)}`;
  }
  const shown = textsOf(outcome.error);
  if (hidden.some((text) => shown.includes(text))) return 'the error tells what nobody may see';
  const afterRead = single ? [...expected, 'UPSTREAM_UNAVAILABLE'] : expected;
  const allowed: readonly string[] = changes ? ['OUTCOME_UNKNOWN', ...expected.filter((code) => code === 'UPSTREAM_REFUSED')] : afterRead;
  return allowed.includes(outcome.code) ? undefined : `${outcome.code} instead of ${allowed.join(' or ')}`;
}

/** Whatever a log would show of an error, with all that caused it. */
function textsOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 5) return String(error);
  const own = Object.entries(error).map(([name, given]) => `${name}: ${typeof given === 'string' ? given : ''}`);
  return [error.message, error.stack ?? '', ...own, error.cause === undefined ? '' : textsOf(error.cause, depth + 1)].join('\n');
}
