import { registerEnumType } from 'type-graphql';

export const TransactionStatus = { BOOKED: 'BOOKED', ON_HOLD: 'ON_HOLD' } as const;
export type TransactionStatus = (typeof TransactionStatus)[keyof typeof TransactionStatus];

registerEnumType(TransactionStatus, {
  name: 'TransactionStatus',
  description: 'The status of a transaction. New values may be added.',
  valuesConfig: {
    BOOKED: { description: 'The transaction is booked, and final.' },
    ON_HOLD: {
      description:
        'The amount is reserved and not booked yet. When it is booked, it becomes another transaction with another ID; it may also be released.',
    },
  },
});

export const TransactionKind = {
  CARD_PAYMENT: 'CARD_PAYMENT',
  CASH_WITHDRAWAL: 'CASH_WITHDRAWAL',
  TRANSFER: 'TRANSFER',
  BILL_PAYMENT: 'BILL_PAYMENT',
  DEPOSIT: 'DEPOSIT',
  SALARY: 'SALARY',
  INTEREST: 'INTEREST',
  CASHBACK: 'CASHBACK',
  REFUND: 'REFUND',
  FEE: 'FEE',
  OTHER: 'OTHER',
} as const;
export type TransactionKind = (typeof TransactionKind)[keyof typeof TransactionKind];

registerEnumType(TransactionKind, {
  name: 'TransactionKind',
  description: 'How the money moved. New values may be added; treat an unknown one as `OTHER`.',
  valuesConfig: {
    CARD_PAYMENT: { description: 'A purchase by card, in a shop or online.' },
    CASH_WITHDRAWAL: { description: 'Cash from an ATM or over the counter.' },
    TRANSFER: { description: 'A transfer to or from another account.' },
    BILL_PAYMENT: { description: 'A payment to a biller, such as a utility or a phone operator.' },
    DEPOSIT: { description: 'Money paid in.' },
    SALARY: { description: 'A salary.' },
    INTEREST: { description: 'Interest on the balance.' },
    CASHBACK: { description: 'Cashback for purchases.' },
    REFUND: { description: 'A refund of a purchase.' },
    FEE: { description: 'A fee of the bank.' },
    OTHER: { description: 'A kind that the API does not name yet.' },
  },
});
