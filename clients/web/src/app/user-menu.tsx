import { Menu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';
import { localeNames, locales } from '../language/locale.ts';
import { Icon } from '../parts/icon.tsx';
import { appearances, useAppearance } from './appearance.ts';

const appearanceIcons = { system: 'system', light: 'sun', dark: 'moon' } as const;

/** First letters of the first and the last name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
}

export function UserMenu({ name, logOut }: { readonly name: string; readonly logOut: () => void }): ReactNode {
  const { locale, choose, say } = useLanguage();
  const [appearance, setAppearance] = useAppearance();
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="user" data-testid="user-menu">
        <span className="unseen">{say('menu.open')}: </span>
        <span className="user-initials" aria-hidden="true" data-initials={initials(name)} />
        <span className="user-name">{name}</span>
        <Icon name="down" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" align="end" sideOffset={8}>
          <Menu.Popup className="menu">
            <Menu.Group>
              <Menu.GroupLabel className="menu-label">{say('menu.language')}</Menu.GroupLabel>
              <Menu.RadioGroup value={locale} onValueChange={choose}>
                {locales.map((one) => (
                  <Menu.RadioItem key={one} value={one} className="menu-item" lang={one} closeOnClick>
                    <Icon name="globe" />
                    {localeNames[one]}
                    <Menu.RadioItemIndicator className="menu-mark">
                      <Icon name="done" />
                    </Menu.RadioItemIndicator>
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Group>
            <Menu.Separator className="menu-line" />
            <Menu.Group>
              <Menu.GroupLabel className="menu-label">{say('menu.appearance')}</Menu.GroupLabel>
              <Menu.RadioGroup value={appearance} onValueChange={setAppearance}>
                {appearances.map((one) => (
                  <Menu.RadioItem key={one} value={one} className="menu-item">
                    <Icon name={appearanceIcons[one]} />
                    {say(`appearance.${one}`)}
                    <Menu.RadioItemIndicator className="menu-mark">
                      <Icon name="done" />
                    </Menu.RadioItemIndicator>
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Group>
            <Menu.Separator className="menu-line" />
            <Menu.Item className="menu-item" onClick={logOut} data-testid="log-out">
              <Icon name="leave" />
              {say('menu.logOut')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
