import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The head of the chain at one moment, signed: who cannot sign cannot make another past before it. */
export interface Anchor {
  readonly sequence: number;
  /** In hex. */
  readonly hash: string;
  readonly at: string;
  /** Ed25519, in base64. */
  readonly signature: string;
}

/** Where anchors are kept outside of the database, so that a log that was cut off is missed. */
export interface AnchorSink {
  write(anchor: Anchor): Promise<void>;
}

const anchorSchema = z.strictObject({
  sequence: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  signature: z.string().max(100),
});
const anchorsMax = 5_000_000;

export function signAnchor(key: KeyObject, head: Omit<Anchor, 'signature'>): Anchor {
  return { ...head, signature: sign(null, textOf(head), key).toString('base64') };
}

/** `key` may be the private one too. */
export function isSigned(key: KeyObject, anchor: Anchor): boolean {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return verify(null, textOf(anchor), publicKey, Buffer.from(anchor.signature, 'base64'));
}

/**
 * One line an anchor, on the disk before it counts. Let the file be shipped to where the database's administrators cannot
 * write: a bucket that only takes, the log system, a printer.
 */
export function createFileSink(file: string): AnchorSink {
  return {
    async write(anchor) {
      const handle = await open(file, 'a', 0o600);
      try {
        await handle.appendFile(`${JSON.stringify(anchor)}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}

/** Rejects at a line that is no anchor, except for a last one that a crash has cut. */
export async function readAnchors(file: string): Promise<readonly Anchor[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const last = lines.pop();
  if (lines.length > anchorsMax) throw new Error(`${file} holds more than ${anchorsMax} anchors`);
  const whole = last?.endsWith('}') ? [...lines, last] : lines;
  return whole.map((line, index) => {
    const anchor = anchorSchema.safeParse(parse(line));
    if (!anchor.success) throw new Error(`${file}, line ${index + 1}, is no anchor`);
    return anchor.data;
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const textOf = ({ sequence, hash, at }: Omit<Anchor, 'signature'>) => Buffer.from(`portico-audit-anchor:${sequence}:${hash}:${at}`);
