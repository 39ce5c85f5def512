import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Provider } from 'urql';
import { Route, Switch, useLocation } from 'wouter';
import { createGraphClient } from '../graph/client.ts';
import { useLanguage } from '../language/language.tsx';
import type { Locale } from '../language/locale.ts';
import { HomePage } from '../pages/home/home-page.tsx';
import { NotFoundPage } from '../pages/not-found/not-found-page.tsx';
import { Skeleton } from '../parts/part.tsx';
import type { Session } from '../session/session.ts';
import { Frame } from './frame.tsx';

const AccountPage = lazy(() => import('../pages/account/account-page.tsx').then(({ AccountPage: page }) => ({ default: page })));
const PayeesPage = lazy(() => import('../pages/payees/payees-page.tsx').then(({ PayeesPage: page }) => ({ default: page })));
const CardPage = lazy(() => import('../pages/card/card-page.tsx').then(({ CardPage: page }) => ({ default: page })));

interface SignedInProps {
  readonly session: Session;
  readonly locale: () => Locale;
}

export function SignedIn({ session, locale }: SignedInProps): ReactNode {
  const [client] = useState(() => createGraphClient(session, locale));
  return (
    <Provider value={client}>
      <Frame name={session.name()} logOut={session.logOut}>
        <Arrival />
        <Suspense fallback={<Skeleton lines={4} height="5rem" />}>
          <Switch>
            <Route path="/">
              <HomePage name={session.name()} />
            </Route>
            <Route path="/accounts/:id/bank-details">{({ id }) => <AccountPage key={id} id={id} bankDetailsOpen />}</Route>
            <Route path="/accounts/:id">{({ id }) => <AccountPage key={id} id={id} bankDetailsOpen={false} />}</Route>
            <Route path="/cards/:id">{({ id }) => <CardPage key={id} id={id} />}</Route>
            <Route path="/payees">
              <PayeesPage />
            </Route>
            <Route>
              <NotFoundPage />
            </Route>
          </Switch>
        </Suspense>
      </Frame>
    </Provider>
  );
}

/** A new page starts at its top and is announced, as a page of a browser would be. */
function Arrival(): ReactNode {
  const [path] = useLocation();
  const { say } = useLanguage();
  const page = path.replace(/\/bank-details$/, '');
  const [shown, setShown] = useState(page);
  useEffect(() => {
    if (page === shown) return;
    setShown(page);
    scrollTo({ top: 0 });
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [page, shown]);
  useEffect(() => {
    document.title = page === '/' ? say('home.title') : 'Portico';
  }, [page, say]);
  return null;
}
