import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatDay } from '../../format/dates.ts';
import { CardAccountDocument, CardDetailsDocument } from '../../generated/graphql.ts';
import { usePart } from '../../graph/use-part.ts';
import { useLanguage } from '../../language/language.tsx';
import { Amount } from '../../parts/amount.tsx';
import { CardPicture, kindOf } from '../../parts/card-picture.tsx';
import { CardStatus } from '../../parts/card-status.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PartGaps, PartOf, Skeleton } from '../../parts/part.tsx';
import { NotFoundPage } from '../not-found/not-found-page.tsx';
import type { CardDetails } from './card-details.ts';
import { CardLock } from './card-lock.tsx';
import { Limits } from './limits.tsx';
import './card-page.css';

export function CardPage({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage();
  const card = usePart(CardDetailsDocument, { id }, (data) => data.card, isWhole);
  return (
    <div className="page">
      <Link href="/" className="back">
        <Icon name="back" />
        {say('back.home')}
      </Link>
      <PartOf part={card} what={say('card.this')} skeleton={<CardSkeleton />} whenAbsent={<NotFoundPage />}>
        {(found) => <Details card={found} gaps={<PartGaps part={card} what={say('card.limits')} />} />}
      </PartOf>
    </div>
  );
}

function CardSkeleton(): ReactNode {
  return (
    <div className="card-page">
      <Skeleton lines={1} height="14rem" />
      <Skeleton lines={4} height="4rem" />
    </div>
  );
}

function isWhole({ status, limits }: CardDetails): boolean {
  return status !== null && limits !== null;
}

function Details({ card, gaps }: { readonly card: CardDetails; readonly gaps: ReactNode }): ReactNode {
  const { say } = useLanguage();
  const kind = kindOf(card.__typename);
  return (
    <div className="card-page">
      <div className="card-page-side">
        <CardPicture {...card} />
        <CardLock card={card} />
      </div>
      <div className="card-page-main">
        <header className="card-head">
          <h1>
            {say(`card.${kind}`)} <span className="quiet">{card.displayNumber}</span>
          </h1>
          <CardStatus status={card.status} />
        </header>
        <section className="panel" aria-labelledby="limits">
          <h2 id="limits">{say('card.limits')}</h2>
          {card.limits === null ? null : <Limits limits={card.limits} />}
          {gaps}
        </section>
        <section className="panel" aria-labelledby="facts">
          <h2 id="facts">{say('card.about')}</h2>
          <Facts card={card} />
        </section>
      </div>
    </div>
  );
}

function Facts({ card }: { readonly card: CardDetails }): ReactNode {
  const { locale, say } = useLanguage();
  const account = usePart(CardAccountDocument, { id: card.id }, (data) => data.card?.account);
  return (
    <dl className="facts">
      <div>
        <dt>{say('card.account')}</dt>
        <dd>
          <PartOf
            part={account}
            what={say('card.account')}
            skeleton={<Skeleton lines={1} height="1.5rem" />}
            whenAbsent={say('card.foreignAccount')}
          >
            {(found) => (
              <>
                <Link href={`/accounts/${found.id}`} className="link">
                  {found.name}
                </Link>
                <span className="quiet">
                  {say('account.available')}: <Amount money={found.available} />
                </span>
              </>
            )}
          </PartOf>
        </dd>
      </div>
      <div>
        <dt>{say('card.expires')}</dt>
        <dd>{formatDay(card.expiresOn, locale)}</dd>
      </div>
      {card.__typename === 'CreditCard' ? (
        <>
          <div>
            <dt>{say('card.creditLimit')}</dt>
            <dd>
              <Amount money={card.creditLimit} />
            </dd>
          </div>
          <div>
            <dt>{say('card.paymentDue')}</dt>
            <dd>{card.paymentDueOn === null ? say('card.nothingOwed') : formatDay(card.paymentDueOn, locale)}</dd>
          </div>
        </>
      ) : null}
      {card.__typename === 'DebitCard' ? (
        <div>
          <dt>{say('card.contactless')}</dt>
          <dd>{say(card.contactless ? 'card.yes' : 'card.no')}</dd>
        </div>
      ) : null}
      {card.__typename === 'VirtualCard' ? (
        <div>
          <dt>{say('card.use')}</dt>
          <dd>{say(card.singleUse ? 'card.once' : 'card.often')}</dd>
        </div>
      ) : null}
    </dl>
  );
}
