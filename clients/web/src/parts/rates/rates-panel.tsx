import type { ReactNode } from 'react';
import { RatesDocument } from '../../generated/graphql.ts';
import { usePart } from '../../graph/use-part.ts';
import { useLanguage } from '../../language/language.tsx';
import { PartOf, Skeleton } from '../part.tsx';
import { Rates } from './rates.tsx';

const nothing = {};

/** A panel of a page of its own fate: the rates unavailable take nothing with them. */
export function RatesPanel(): ReactNode {
  const { say } = useLanguage();
  const rates = usePart(RatesDocument, nothing, ({ exchangeRates }) => exchangeRates);
  return (
    <section className="panel home-rates" aria-labelledby="rates">
      <h2 id="rates">{say('rates.title')}</h2>
      <PartOf part={rates} what={say('rates.title')} skeleton={<Skeleton lines={6} height="2.5rem" />}>
        {(all) => <Rates rates={all} />}
      </PartOf>
    </section>
  );
}
