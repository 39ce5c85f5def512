import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { firstLocale, LanguageProvider } from '../language/language.tsx';
import type { Locale } from '../language/locale.ts';
import { LoginPage } from '../pages/login/login-page.tsx';
import type { Session } from '../session/session.ts';
import type { Settings } from '../session/settings.ts';
import { Starting } from './starting.tsx';

/** What only a signed-in customer needs is not part of the first load. */
const SignedIn = lazy(() => import('./signed-in.tsx').then(({ SignedIn: component }) => ({ default: component })));

let locale: Locale = firstLocale();
const changed = (next: Locale) => {
  locale = next;
};
const currentLocale = () => locale;

export function App({ session, settings }: { readonly session: Session; readonly settings: Settings }): ReactNode {
  const state = useSyncExternalStore(session.subscribe, session.state);
  return <LanguageProvider changed={changed}>{pageFor(state, session, settings)}</LanguageProvider>;
}

function pageFor(state: ReturnType<Session['state']>, session: Session, settings: Settings): ReactNode {
  switch (state) {
    case 'starting':
      return <Starting />;
    case 'in':
      return (
        <Suspense fallback={<Starting />}>
          <SignedIn session={session} locale={currentLocale} />
        </Suspense>
      );
    default:
      return <LoginPage state={state} logIn={session.logIn} demoUsers={settings.demoUsers} />;
  }
}
