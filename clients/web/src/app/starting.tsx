import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';

/** For the blink of an eye in which the session and the pages' code arrive. */
export function Starting(): ReactNode {
  const { say } = useLanguage();
  return (
    <main className="starting" aria-busy="true">
      <img src="/portico.svg" alt="" width="72" height="72" />
      <span className="unseen">{say('part.loading')}</span>
    </main>
  );
}
