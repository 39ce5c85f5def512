import { type ReactNode, useState } from 'react';
import { formatMoment } from '../../format/dates.ts';
import { useLanguage } from '../../language/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Skeleton } from '../../parts/part.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useNotices } from './use-notices.ts';
import './notice-bell.css';

const shownMax = 99;

/** How many notices are unread, and the newest of them once it is pressed, which marks them as read. */
export function NoticeBell(): ReactNode {
  const { locale, say } = useLanguage();
  const { notices, unreadCount, isFailed, markRead } = useNotices();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        className="bell"
        aria-label={unreadCount === 0 ? say('notices.title') : say('notices.unread', { count: unreadCount })}
        onClick={() => {
          setOpen(true);
          void markRead();
        }}
        data-testid="notices"
      >
        <Icon name="bell" />
        {unreadCount === 0 ? null : (
          <span className="bell-count" aria-hidden="true">
            {unreadCount > shownMax ? `${shownMax}+` : unreadCount}
          </span>
        )}
      </button>
      <Sheet open={open} close={close} title={say('notices.title')}>
        {isFailed ? <p className="nothing">{say('notices.failed')}</p> : null}
        {notices === undefined && !isFailed ? <Skeleton lines={3} /> : null}
        {notices?.length === 0 ? <p className="nothing">{say('notices.none')}</p> : null}
        <ul className="notices">
          {notices?.map(({ id, message, occurredAt }) => (
            <li key={id} className="notice">
              <span>{message}</span>
              <time dateTime={occurredAt}>{formatMoment(occurredAt, locale)}</time>
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  );
}
