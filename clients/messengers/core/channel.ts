import type { IncomingHttpHeaders } from 'node:http';
import type { CanonicalEvent, ChatAddress } from './event.ts';
import type { CanonicalMessage } from './message.ts';

/** What a messenger can do. The core reads this table and asks no messenger for its name. */
export interface Capabilities {
  readonly textCharactersMax: number;
  readonly buttonsMax: number;
  readonly buttonsInRowMax: number;
  readonly buttonIdBytesMax: number;
  /** A message can take the place of an earlier one. */
  readonly edit: boolean;
  /** Replies can be offered above the keyboard. */
  readonly quickReplies: boolean;
  /** A press wants an answer of its own, which may carry a notice of so many characters. */
  readonly noticeCharactersMax: number;
  /** The messenger says when a message was delivered or read. */
  readonly receipts: boolean;
}

/** A webhook's request as it came, its body not yet believed. */
export interface RawRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One call to the messenger, as it is kept until it is done. */
export interface ChannelRequest {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /**
   * What doing it twice would do. `repeatable`: nothing. `visible`: the person would see a second message, so that an
   * unknown outcome is looked into before it is tried again. `dispensable`: nothing, and nobody misses it when it fails.
   */
  readonly effect: 'repeatable' | 'visible' | 'dispensable';
  /** What to do where the messenger refuses it, such as a new message for an edit of one that is gone. */
  readonly instead?: ChannelRequest;
}

export type SendOutcome =
  | { readonly kind: 'sent' /** The reference of the message that is now in the chat. */; readonly message?: string }
  /** The messenger said no; asking again changes nothing. `blocked`: the person does not want to hear from the bot. */
  | { readonly kind: 'refused'; readonly reason: string; readonly blocked: boolean }
  /** Certainly not done: try again after so long. */
  | { readonly kind: 'later'; readonly afterMs: number; readonly reason: string }
  /** No answer came, or none that says whether it was done. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** What one messenger has to bring. */
export interface Channel {
  readonly name: string;
  /** As people call it. */
  readonly title: string;
  readonly bot: string;
  readonly capabilities: Capabilities;
  /** Whether the request is the messenger's. Takes the same time whatever part of a secret is wrong. */
  verify(request: RawRequest): boolean;
  /** What a verified request tells of; empty for what the bot has no use for. Throws a BankError for what is no message of this messenger. */
  parse(request: RawRequest): readonly CanonicalEvent[];
  render(message: CanonicalMessage, address: ChatAddress): readonly ChannelRequest[];
  /** Acknowledges a press, with a notice where the messenger shows one. */
  acknowledge(press: string, notice: string | undefined): readonly ChannelRequest[];
  send(request: ChannelRequest): Promise<SendOutcome>;
  /**
   * Looks for the message of a `visible` request whose outcome is unknown, among what came into the chat after `newest`.
   * Answers its reference, or undefined where it was not found.
   */
  find(request: ChannelRequest, newest: string | undefined): Promise<string | undefined>;
  /** Tells the messenger where to deliver and what the bot can be asked. */
  connect(webhookUrl: string): Promise<void>;
}

/** `telegram:7001`: a bank may have several bots in one messenger. */
export function channelKeyOf({ channel, bot }: Pick<ChatAddress, 'channel' | 'bot'>): string {
  return `${channel}:${bot}`;
}
