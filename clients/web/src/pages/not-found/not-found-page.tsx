import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useLanguage } from '../../language/language.tsx';

export function NotFoundPage(): ReactNode {
  const { say } = useLanguage();
  return (
    <div className="page not-found">
      <h1>{say('notFound.title')}</h1>
      <p>{say('notFound.text')}</p>
      <Link href="/" className="button button-primary">
        {say('notFound.home')}
      </Link>
    </div>
  );
}
