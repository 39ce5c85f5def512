import type { Message, Operation, Protocol } from './model.ts';
import type { SchemaNode } from './node.ts';

/** One operation of a binding, and what the port type declares for it. */
export interface BoundOperation {
  readonly name: string;
  readonly bound: SchemaNode;
  readonly abstract: SchemaNode;
}

/** What a binding says of an operation; `string` is why it cannot be called, for a binding that is passed over with a warning. */
export type ReadOperation =
  | (Pick<Operation, 'style' | 'faults'> & {
      readonly protocol: Protocol;
      readonly input: Message;
      readonly output: Message | undefined;
    })
  | string;
