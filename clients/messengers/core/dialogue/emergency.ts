import { bold, lines } from '../message.ts';
import type { Screen, UpdateContext } from '../update-context.ts';

/** Said at once, whatever hangs: no system is asked before the number to call is told. */
export function emergency(context: UpdateContext, before?: string): Screen {
  const { words, button, bankPhone, linked } = context;
  return {
    text: lines(
      [bold(words.emergencyTitle)],
      words.emergencyCall(bankPhone),
      linked ? words.emergencyLock : words.emergencyLink,
      ...(before === undefined ? [] : ['', before]),
    ),
    buttons: [
      [linked ? button(words.lockMyCard, { name: 'lock' }) : button(words.link, { name: 'link' })],
      [button(words.menu, { name: 'menu' })],
    ],
  };
}

/** A person to talk to. */
export function contact({ words, button, bankPhone }: UpdateContext): Screen {
  return { text: lines([bold(words.contactTitle)], words.helpPhone(bankPhone)), buttons: [[button(words.menu, { name: 'menu' })]] };
}
