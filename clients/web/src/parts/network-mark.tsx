import type { ReactNode } from 'react';

/** The network's mark, drawn plainly; its name for one that is not known yet. */
export function NetworkMark({ network }: { readonly network: string }): ReactNode {
  if (network === 'MASTERCARD') {
    return (
      <svg className="network" viewBox="0 0 60 38" role="img" aria-label="Mastercard">
        <circle cx="20" cy="19" r="17" fill="#eb001b" />
        <circle cx="40" cy="19" r="17" fill="#f79e1b" />
        <path d="M30 5.300a17 17 0 0 1 0 27.400 17 17 0 0 1 0-27.400Z" fill="#ff5f00" />
      </svg>
    );
  }
  return (
    <span className={`network-word network-${network.toLowerCase()}`} role="img" aria-label={network}>
      {network === 'PROSTIR' ? 'ПРОСТІР' : network}
    </span>
  );
}
