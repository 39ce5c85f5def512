import type { ReactNode } from 'react';
import { type Money, type MoneyStyle, moneyParts } from '../format/money.ts';
import { useLanguage } from '../language/language.tsx';

interface AmountProps extends MoneyStyle {
  readonly money: Money;
  readonly className?: string;
}

const afterThePoint: ReadonlySet<string> = new Set(['decimal', 'fraction']);

/** An amount whose part after the point is set quieter; the text is whole for a reader of the screen and for copying. */
export function Amount({ money, className = '', signed = false, whole = false }: AmountProps): ReactNode {
  const { locale } = useLanguage();
  return (
    <span className={`amount ${className}`} data-amount={money.amount} data-currency={money.currency}>
      {moneyParts(money, locale, { signed, whole }).map(({ type, value }, index) =>
        afterThePoint.has(type) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one amount have an order and no names
          <span key={index} className="amount-fraction">
            {value}
          </span>
        ) : (
          value
        ),
      )}
    </span>
  );
}
