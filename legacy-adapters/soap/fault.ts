import { z } from 'zod';

/** A SOAP Fault, by its codes only. Its text may show the system's internals, so it is for our own log. */
export class SoapFault extends Error {
  override readonly name = 'SoapFault';
  /** `Client.SessionExpired` (SOAP 1.1) or `Sender` (SOAP 1.2), without its prefix. */
  readonly code: string;
  /** SOAP 1.2's subcode without its prefix; SOAP 1.1 has none. */
  readonly subcode: string | undefined;
  readonly detail: unknown;

  constructor(code: string, subcode: string | undefined, text: string, detail: unknown) {
    super(`${code}${subcode === undefined ? '' : `/${subcode}`}: ${text.slice(0, 500)}`);
    this.code = code;
    this.subcode = subcode;
    this.detail = detail;
  }
}

const text = z.union([z.string(), z.object({ $value: z.string() }).transform((node) => node.$value)]);

const fault11 = z.object({ faultcode: text, faultstring: text.optional(), detail: z.unknown().optional() });
const fault12 = z.object({
  Code: z.object({ Value: text, Subcode: z.object({ Value: text }).nullish() }),
  Reason: z.object({ Text: text }).nullish(),
  Detail: z.unknown().optional(),
});

const local = (qualified: string) => qualified.slice(qualified.lastIndexOf(':') + 1);

/** Reads node-soap's `Fault` object of either version; `undefined` when it is none. */
export function readFault(node: unknown): SoapFault | undefined {
  const old = fault11.safeParse(node);
  if (old.success) return new SoapFault(local(old.data.faultcode), undefined, old.data.faultstring ?? '', old.data.detail);
  const modern = fault12.safeParse(node);
  if (!modern.success) return undefined;
  const { Code, Reason, Detail } = modern.data;
  return new SoapFault(local(Code.Value), Code.Subcode ? local(Code.Subcode.Value) : undefined, Reason?.Text ?? '', Detail);
}
