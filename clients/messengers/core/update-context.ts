import type { TypedDocumentString } from '../generated/graphql.ts';
import type { Action } from './action.ts';
import type { Catalogue } from './catalogue/index.ts';
import type { GraphAnswer } from './graph.ts';
import type { Language } from './language.ts';
import type { Button, Span } from './message.ts';

/** One message of the dialogue, before its buttons have ids in the messenger. */
export interface Screen {
  readonly text: readonly Span[];
  readonly buttons: readonly (readonly Button[])[];
  readonly quickReplies?: readonly (readonly string[])[];
}

/** What the dialogue is told and can do while it answers one event. */
export interface UpdateContext {
  readonly person: string;
  readonly language: Language;
  readonly words: Catalogue;
  readonly linked: boolean;
  /** Names the event that is answered: the same when it is answered again after a crash, so that it moves nothing twice. */
  readonly intention: string;
  readonly bankPhone: string;
  /** With a slash at its end. */
  readonly webBankUrl: string;
  /** Asks the bank as the customer. Throws SessionOver where the chat is not linked, or not any more. */
  ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<GraphAnswer<Data>>;
  /** Asks what the bank tells everybody, so the chat need not be linked, and nobody is told who asks. */
  askAsAnybody<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<GraphAnswer<Data>>;
  /** A button of one use that stays with this chat until it expires. */
  button(label: string, action: Action): Button;
  /** A one-time link by which the chat gets its customer; undefined where there were too many. */
  offerLink(): Promise<string | undefined>;
  /** From now on the chat speaks this language, this answer included. */
  speak(language: Language): UpdateContext;
  /** Ends the chat's session at the bank and forgets its tokens. */
  logOut(): Promise<void>;
}
