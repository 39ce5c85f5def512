import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { formatExpiry } from '../../format/dates.ts';
import type { HomeCardsQuery } from '../../generated/graphql.ts';
import { useLanguage } from '../../language/language.tsx';
import { CardPicture, kindOf } from '../../parts/card-picture.tsx';
import { CardStatus } from '../../parts/card-status.tsx';

type HomeCard = NonNullable<NonNullable<HomeCardsQuery['me']>['cards']>[number];

const inWalletMax = 4;
const order: Readonly<Record<string, number>> = { ACTIVE: 0, LOCKED: 1, BLOCKED_BY_BANK: 2, EXPIRED: 3, CLOSED: 4 };

function placeOf({ status }: HomeCard): number {
  return status === null ? 0 : (order[status] ?? 5);
}

/** A few cards lie one over another as in a wallet; the rest are a list on demand. Those that can pay come first. */
export function Cards({ cards }: { readonly cards: readonly HomeCard[] }): ReactNode {
  const { say } = useLanguage();
  const [all, setAll] = useState(false);
  const sorted = cards.toSorted((a, b) => placeOf(a) - placeOf(b));
  // The one that is used most lies in front, and the front is the last.
  const inWallet = sorted.slice(0, inWalletMax).toReversed();
  if (sorted.length === 0) return <p className="nothing">{say('home.noCards')}</p>;
  return (
    <>
      <ul className="wallet">
        {inWallet.map((card) => (
          <li key={card.id}>
            <Link href={`/cards/${card.id}`} className="wallet-card" data-network={card.network}>
              <span className="unseen">{nameOf(card)}</span>
              <span aria-hidden="true">
                <CardPicture {...card} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {all ? (
        <ul className="card-rows">
          {sorted.slice(inWalletMax).map((card) => (
            <li key={card.id}>
              <Link href={`/cards/${card.id}`} className="card-row">
                <span className="card-row-picture" aria-hidden="true">
                  <CardPicture {...card} />
                </span>
                <span className="card-row-words">
                  <span className="card-row-name">
                    {say(`card.${kindOf(card.__typename)}`)} {card.displayNumber}
                  </span>
                  <span className="card-row-note">{formatExpiry(card.expiresOn)}</span>
                </span>
                <CardStatus status={card.status} />
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {sorted.length <= inWalletMax ? null : (
        <button type="button" className="button button-soft more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say('home.fewer') : say('home.allCards', { count: sorted.length })}
        </button>
      )}
    </>
  );

  function nameOf(card: HomeCard): string {
    const status = card.status === null ? [] : [say(`status.${card.status as 'ACTIVE'}`)];
    return [say(`card.${kindOf(card.__typename)}`), card.network, card.displayNumber, ...status].join(', ');
  }
}
