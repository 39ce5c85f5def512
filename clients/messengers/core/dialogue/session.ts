import { bold, lines } from '../message.ts';
import type { Screen, Turn } from '../turn.ts';
import { menu } from './menu.ts';

/** The one-time link; `why` says what it is needed for. */
export async function offerLink(turn: Turn, why?: string): Promise<Screen> {
  const { words, button } = turn;
  const url = await turn.offerLink();
  if (url === undefined) return { text: lines(words.linkTooMany), buttons: [[button(words.menu, { name: 'menu' })]] };
  return {
    text: lines(...(why === undefined ? [] : [[bold(why)], '']), words.linkOffer),
    buttons: [[{ label: words.linkOpen, url }], [button(words.menu, { name: 'menu' })]],
  };
}

export function askLogOut({ words, button }: Turn): Screen {
  return {
    text: lines(words.logOutQuestion),
    buttons: [[button(words.yesLogOut, { name: 'log-out' }), button(words.no, { name: 'menu' })]],
  };
}

export async function logOut(turn: Turn): Promise<Screen> {
  await turn.logOut();
  return menu({ ...turn, linked: false }, turn.words.loggedOut);
}
