import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';

const known = ['ACTIVE', 'LOCKED', 'BLOCKED_BY_BANK', 'EXPIRED', 'CLOSED'] as const;

/** The graph's enums grow; a status that has no words here yet is shown as one that cannot pay. */
export function CardStatus({ status }: { readonly status: string | null }): ReactNode {
  const { say } = useLanguage();
  if (status === null) return null;
  const name = known.find((one) => one === status) ?? 'UNKNOWN';
  return (
    <span className="pill" data-status={name}>
      {say(`status.${name}`)}
    </span>
  );
}
