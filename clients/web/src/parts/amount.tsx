import { Fragment, type ReactNode } from 'react';
import { type Money, type MoneyStyle, moneyParts } from '../format/money.ts';
import { useLanguage } from '../language/language.tsx';

interface AmountProps extends MoneyStyle {
  /** Null where the bank could not tell it. */
  readonly money: Money | null;
  readonly className?: string;
}

const afterThePoint: ReadonlySet<string> = new Set(['decimal', 'fraction']);

/** Characters from which a headline is set smaller, so that it stays on one line of a phone. */
const longFrom = 16;

/** An amount whose part after the point is set quieter; the text is whole for a reader of the screen and for copying. */
export function Amount({ money, className = '', signed = false, whole = false }: AmountProps): ReactNode {
  const { locale, say } = useLanguage();
  if (money === null) {
    return (
      <span className={`amount ${className}`}>
        <span aria-hidden="true">—</span>
        <span className="unseen">{say('amount.unknown')}</span>
      </span>
    );
  }
  const parts = moneyParts(money, locale, { signed, whole });
  const length = parts.reduce((total, { value }) => total + value.length, 0);
  return (
    <span className={`amount ${className}`} data-amount={money.amount} data-currency={money.currency} data-long={length > longFrom}>
      {parts.map(({ type, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one amount have an order and no names
        <Fragment key={index}>
          {afterThePoint.has(type) ? <span className="amount-fraction">{value}</span> : value}
          {/* Where an amount must be broken, between its groups: digits that are torn apart read as two numbers. */}
          {type === 'group' ? <wbr /> : null}
        </Fragment>
      ))}
    </span>
  );
}
