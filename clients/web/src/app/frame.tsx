import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useLanguage } from '../language/language.tsx';
import { Icon } from '../parts/icon.tsx';
import { NoticeBell } from './notices/notice-bell.tsx';
import { UserMenu } from './user-menu.tsx';
import './frame.css';

interface FrameProps {
  readonly name: string;
  readonly logOut: () => void;
  readonly children: ReactNode;
}

export function Frame({ name, logOut, children }: FrameProps): ReactNode {
  const { say } = useLanguage();
  return (
    <>
      <a className="skip" href="#main">
        {say('frame.skip')}
      </a>
      <header className="bar">
        <div className="bar-width">
          <Link href="/" className="brand" aria-label={say('frame.home')}>
            <img src="/portico.svg" alt="" width="36" height="36" />
            <span>Portico</span>
          </Link>
          <div className="bar-side">
            <Link href="/payees" className="bar-link">
              <Icon name="people" />
              <span className="bar-word">{say('payees.title')}</span>
            </Link>
            <NoticeBell />
            <UserMenu name={name} logOut={logOut} />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <span>{say('frame.promise')}</span>
        <a href="/about">{say('login.about')}</a>
      </footer>
    </>
  );
}
