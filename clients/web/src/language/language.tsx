import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { remember, remembered } from '../session/storage.ts';
import { type MessageKey, type Values, wordsIn } from './catalogue.ts';
import { chooseLocale, isLocale, type Locale } from './locale.ts';

export interface Language {
  readonly locale: Locale;
  readonly choose: (locale: Locale) => void;
  readonly say: (key: MessageKey, values?: Values) => string;
}

const LanguageContext = createContext<Language | undefined>(undefined);

export function firstLocale(): Locale {
  const chosen = remembered('language');
  return isLocale(chosen) ? chosen : chooseLocale(navigator.languages);
}

interface LanguageProviderProps {
  readonly changed: (locale: Locale) => void;
  readonly children: ReactNode;
}

export function LanguageProvider({ changed, children }: LanguageProviderProps): ReactNode {
  const [locale, setLocale] = useState(firstLocale);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const language = useMemo<Language>(
    () => ({
      locale,
      choose(next) {
        remember('language', next);
        changed(next);
        setLocale(next);
      },
      say: (key, values) => wordsIn(locale, key, values),
    }),
    [locale, changed],
  );
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  const language = use(LanguageContext);
  if (language === undefined) throw new Error('there is no LanguageProvider above');
  return language;
}
