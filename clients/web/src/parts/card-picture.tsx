import type { ReactNode } from 'react';
import { formatExpiry } from '../format/dates.ts';
import { inFours } from '../format/grouped.ts';
import { useLanguage } from '../language/language.tsx';
import { Icon } from './icon.tsx';
import { NetworkMark } from './network-mark.tsx';
import './card-picture.css';

export interface CardPictureProps {
  readonly __typename: string;
  readonly maskedNumber: string;
  readonly lastFour: string;
  readonly network: string;
  readonly expiresOn: string;
  readonly embossedName: string | null;
  /** Null where processing could not tell it. */
  readonly status: string | null;
}

const kinds: Readonly<Record<string, 'debit' | 'credit' | 'virtual'>> = { CreditCard: 'credit', VirtualCard: 'virtual' };

export function kindOf(typename: string): 'debit' | 'credit' | 'virtual' {
  return kinds[typename] ?? 'debit';
}

/** The card as its holder has it in the hand: the colour says the kind, a veil that it cannot pay now. */
export function CardPicture({ __typename, maskedNumber, lastFour, network, expiresOn, embossedName, status }: CardPictureProps): ReactNode {
  const { say } = useLanguage();
  const kind = kindOf(__typename);
  const isUsable = status === null || status === 'ACTIVE';
  return (
    <div className="plastic-box">
      <div className={`plastic plastic-${kind}`} data-usable={isUsable}>
        <div className="plastic-top">
          <span className="plastic-bank">
            Portico <span>{say(`card.${kind}`)}</span>
          </span>
          <span className="plastic-top-number">{lastFour}</span>
        </div>
        <div className="plastic-middle">
          {kind === 'virtual' ? null : <span className="plastic-chip" />}
          {kind === 'virtual' ? null : <Icon name="contactless" />}
        </div>
        <div className="plastic-number">{inFours(maskedNumber)}</div>
        <div className="plastic-bottom">
          <span className="plastic-name">{embossedName ?? ''}</span>
          <span className="plastic-expiry">{formatExpiry(expiresOn)}</span>
          <NetworkMark network={network} />
        </div>
        {isUsable ? null : (
          <span className="plastic-veil">
            <Icon name={status === 'LOCKED' ? 'lock' : 'close'} />
          </span>
        )}
      </div>
    </div>
  );
}
