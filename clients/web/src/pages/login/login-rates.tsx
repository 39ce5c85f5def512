import { type ReactNode, useState } from 'react';
import { Provider } from 'urql';
import { RatesDocument } from '../../generated/graphql.ts';
import { createAnonymousClient } from '../../graph/anonymous-client.ts';
import { absent, usePart } from '../../graph/use-part.ts';
import { useLanguage } from '../../language/language.tsx';
import { Rates } from '../../parts/rates/rates.tsx';

const nothing = {};
const shownMax = 3;

/** The rates for whoever comes by. Not part of the first load, and nothing of the log-in waits for it. */
export function LoginRates(): ReactNode {
  const [client] = useState(createAnonymousClient);
  return (
    <Provider value={client}>
      <Shown />
    </Provider>
  );
}

function Shown(): ReactNode {
  const { say } = useLanguage();
  const rates = usePart(RatesDocument, nothing, ({ exchangeRates }) => exchangeRates);
  if (rates.state === 'loading' || (rates.state === 'ready' && rates.value === absent)) return null;
  return (
    <section className="login-rates" aria-label={say('rates.title')}>
      {rates.state === 'ready' ? (
        <Rates rates={rates.value === absent ? [] : rates.value} most={shownMax} titled />
      ) : (
        <p className="login-rates-unavailable">
          {say('rates.unavailable')}{' '}
          <button type="button" className="link-button" onClick={rates.retry} disabled={rates.retrying}>
            {say(rates.retrying ? 'trouble.retrying' : 'trouble.retry')}
          </button>
        </p>
      )}
    </section>
  );
}
