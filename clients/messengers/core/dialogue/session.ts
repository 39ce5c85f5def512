import { bold, lines } from '../message.ts';
import type { Screen, UpdateContext } from '../update-context.ts';
import { menu } from './menu.ts';

/** The one-time link; `why` says what it is needed for. */
export async function offerLink(context: UpdateContext, why?: string): Promise<Screen> {
  const { words, button } = context;
  const url = await context.offerLink();
  if (url === undefined) return { text: lines(words.linkTooMany), buttons: [[button(words.menu, { name: 'menu' })]] };
  return {
    text: lines(...(why === undefined ? [] : [[bold(why)], '']), words.linkOffer),
    buttons: [[{ label: words.linkOpen, url }], [button(words.menu, { name: 'menu' })]],
  };
}

/** For a button or a command that stands there from before. */
export function alreadyLinked({ words, button }: UpdateContext): Screen {
  return {
    text: lines(words.alreadyLinked),
    buttons: [[button(words.linkAnother, { name: 'link-anew' })], [button(words.menu, { name: 'menu' })]],
  };
}

export function askLogOut({ words, button }: UpdateContext): Screen {
  return {
    text: lines(words.logOutQuestion),
    buttons: [[button(words.yesLogOut, { name: 'log-out' }), button(words.no, { name: 'menu' })]],
  };
}

export async function logOut(context: UpdateContext): Promise<Screen> {
  await context.logOut();
  return menu({ ...context, linked: false }, context.words.loggedOut);
}
