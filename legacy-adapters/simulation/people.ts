/** The demo customers that identity, tests and the README know by name. The ids never change. */
export type PersonName = 'olena' | 'taras' | 'mykola' | 'iryna' | 'andriy' | 'bohdan';

/**
 * Every id is above 2^53 and no double stands for it exactly.
 *
 * - `olena`: several accounts in hryvnia and dollars, three cards, 300 rows on the main account.
 * - `taras`: no account, no card.
 * - `mykola`: 40 accounts and 60 cards.
 * - `iryna`: one account with 5,000 rows, one card.
 * - `andriy`: dollars and euro only; holds an additional card on olena's account.
 * - `bohdan`: amounts beyond what a double holds.
 */
export const people: Readonly<Record<PersonName, { readonly customerId: string }>> = {
  olena: { customerId: '100000000000000117' },
  taras: { customerId: '100000000000000231' },
  mykola: { customerId: '100000000000000349' },
  iryna: { customerId: '100000000000000457' },
  andriy: { customerId: '100000000000000563' },
  bohdan: { customerId: '100000000000000679' },
};
