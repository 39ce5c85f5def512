import type { ReactNode } from 'react';
import { compare } from '../format/decimal.ts';
import type { Money } from '../format/money.ts';
import { useLanguage } from '../language/language.tsx';
import { Amount } from './amount.tsx';

interface AvailableProps {
  readonly balance: Money | null;
  readonly available: Money | null;
}

/** What can be spent of a balance, in words where that is all of it. Nothing where the bank could not tell. */
export function Available({ balance, available }: AvailableProps): ReactNode {
  const { say } = useLanguage();
  if (balance === null || available === null) return null;
  if (compare(balance.amount, available.amount) === 0) return say('account.allAvailable');
  return (
    <>
      {say('account.available')} <Amount money={available} />
    </>
  );
}
