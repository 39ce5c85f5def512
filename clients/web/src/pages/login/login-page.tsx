import { lazy, type ReactNode, Suspense } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { localeNames, locales } from '../../language/locale.ts';
import { CardPicture } from '../../parts/card-picture.tsx';
import { Icon, type IconName } from '../../parts/icon.tsx';
import type { SessionState } from '../../session/session.ts';
import './login-page.css';

interface LoginPageProps {
  readonly state: SessionState;
  readonly logIn: (locale: string) => void;
  readonly demoUsers: readonly string[];
}

/** Comes after the first load. A page to log in by is worth showing without it. */
const LoginRates = lazy(() =>
  import('./login-rates.tsx').then(
    ({ LoginRates: rates }) => ({ default: rates }),
    () => ({ default: () => null }),
  ),
);

const promises: readonly (readonly [IconName, 'login.exact' | 'login.lock' | 'login.private'])[] = [
  ['wallet', 'login.exact'],
  ['lock', 'login.lock'],
  ['shield', 'login.private'],
];

const showcase = [
  { __typename: 'CreditCard', maskedNumber: '5168 75•• •••• 0419', lastFour: '0419', network: 'MASTERCARD' },
  { __typename: 'DebitCard', maskedNumber: '4149 49•• •••• 2216', lastFour: '2216', network: 'VISA' },
] as const;

export function LoginPage({ state, logIn, demoUsers }: LoginPageProps): ReactNode {
  const { locale, choose, say } = useLanguage();
  return (
    <div className="login">
      <section className="login-front" aria-hidden="true">
        <img className="login-portico" src="/portico-front.svg" alt="" />
        <div className="login-cards">
          {showcase.map((card) => (
            <CardPicture key={card.network} {...card} expiresOn="2031-05-31" embossedName="OLENA KOVALENKO" status="ACTIVE" />
          ))}
        </div>
      </section>
      <div className="login-side">
        <header className="login-head">
          <span className="brand">
            <img src="/portico.svg" alt="" width="40" height="40" />
            <span>Portico</span>
          </span>
          <fieldset className="choice" aria-label={say('menu.language')}>
            {locales.map((one) => (
              <button key={one} type="button" lang={one} title={localeNames[one]} aria-pressed={one === locale} onClick={() => choose(one)}>
                {one.toUpperCase()}
              </button>
            ))}
          </fieldset>
        </header>
        <main className="login-main">
          {state === 'ended' || state === 'failed' ? (
            <p className="login-notice" role="alert">
              {say(state === 'ended' ? 'login.ended' : 'login.failed')}
            </p>
          ) : null}
          <h1>{say('login.title')}</h1>
          <p className="login-lead">{say('login.lead')}</p>
          <button type="button" className="button button-primary login-button" data-testid="log-in" onClick={() => logIn(locale)}>
            {say('login.button')}
          </button>
          <ul className="login-promises">
            {promises.map(([icon, key]) => (
              <li key={key}>
                <Icon name={icon} />
                {say(key)}
              </li>
            ))}
          </ul>
          {demoUsers.length === 0 ? null : (
            <aside className="login-demo" aria-label={say('login.demo')}>
              <p>
                <strong>{say('login.demo')}</strong> {say('login.demoHint')}
              </p>
              <p>
                {demoUsers.map((name) => (
                  <code key={name}>{name}</code>
                ))}
              </p>
              <p>
                {say('login.demoPassword')} <code>portico-demo</code>
              </p>
            </aside>
          )}
        </main>
        <footer className="login-foot">
          <a href="/about">{say('login.about')}</a>
        </footer>
      </div>
      <Suspense fallback={null}>
        <LoginRates />
      </Suspense>
    </div>
  );
}
