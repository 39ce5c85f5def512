export interface DemoUser {
  readonly name: string;
  readonly purpose: string;
}

/** The users of the development realm; all of them have the password `portico-demo`. */
export const demoUsers: readonly DemoUser[] = [
  { name: 'olena', purpose: 'Several accounts in two currencies, three cards and a long statement: start here.' },
  { name: 'taras', purpose: 'No accounts at all.' },
  { name: 'mykola', purpose: '40 accounts and 60 cards.' },
  { name: 'iryna', purpose: 'A statement of 5,000 rows.' },
  { name: 'andriy', purpose: 'Dollars and euro, and a card on someone else’s account.' },
  { name: 'bohdan', purpose: 'An amount too long for a floating-point number, exact to the last digit.' },
  { name: 'dana', purpose: 'A developer with the explorer role, who may always read the schema.' },
];
