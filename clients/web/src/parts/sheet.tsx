import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';
import { Icon } from './icon.tsx';
import './sheet.css';

interface SheetProps {
  readonly open: boolean;
  readonly close: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** A dialog in the middle of a desktop and at the bottom of a phone, where thumbs are. */
export function Sheet({ open, close, title, children }: SheetProps): ReactNode {
  const { say } = useLanguage();
  return (
    <Dialog.Root open={open} onOpenChange={(isOpen) => (isOpen ? undefined : close())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="sheet-back" />
        <Dialog.Popup className="sheet">
          <div className="sheet-head">
            <Dialog.Title className="sheet-title">{title}</Dialog.Title>
            <Dialog.Close className="button-icon" aria-label={say('sheet.close')}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
