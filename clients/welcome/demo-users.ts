export interface DemoUser {
  readonly name: string;
  readonly purpose: string;
  /** False for somebody who has nothing to do in the web bank. */
  readonly isCustomer: boolean;
}

/** The users of the development realm; all of them have the password `portico-demo`. */
export const demoUsers: readonly DemoUser[] = [
  { name: 'olena', purpose: 'Several accounts in two currencies, three cards and a long statement: start here.', isCustomer: true },
  { name: 'taras', purpose: 'No accounts at all.', isCustomer: true },
  { name: 'mykola', purpose: '40 accounts and 60 cards.', isCustomer: true },
  { name: 'iryna', purpose: 'A statement of 5,000 rows.', isCustomer: true },
  { name: 'andriy', purpose: 'Dollars and euro, and a card on someone else’s account.', isCustomer: true },
  { name: 'bohdan', purpose: 'An amount too long for a floating-point number, exact to the last digit.', isCustomer: true },
  { name: 'dana', purpose: 'A developer with the explorer role, who may always read the schema.', isCustomer: false },
];
