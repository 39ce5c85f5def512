import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AccountCardsQuery } from '../../generated/graphql.ts';
import { useLanguage } from '../../language/language.tsx';
import { CardPicture, kindOf } from '../../parts/card-picture.tsx';
import { CardStatus } from '../../parts/card-status.tsx';

type AccountCard = NonNullable<NonNullable<AccountCardsQuery['account']>['cards']>[number];

export function AccountCards({ cards }: { readonly cards: readonly AccountCard[] }): ReactNode {
  const { say } = useLanguage();
  if (cards.length === 0) return <p className="nothing">{say('account.noCards')}</p>;
  return (
    <ul className="card-rows">
      {cards.map((card) => (
        <li key={card.id}>
          <Link href={`/cards/${card.id}`} className="card-row">
            <span className="card-row-picture" aria-hidden="true">
              <CardPicture {...card} />
            </span>
            <span className="card-row-words">
              <span className="card-row-name">{say(`card.${kindOf(card.__typename)}`)}</span>
              <span className="card-row-note">{card.displayNumber}</span>
            </span>
            <CardStatus status={card.status} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
