import { useState } from 'react';
import { remember, remembered } from '../session/storage.ts';

export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

function chosen(): Appearance {
  const name = remembered('appearance');
  return appearances.find((one) => one === name) ?? 'system';
}

/** Light, dark, or as the system is; public/appearance.js reads the same choice before the first paint. */
export function useAppearance(): readonly [Appearance, (next: Appearance) => void] {
  const [appearance, setAppearance] = useState(chosen);
  return [
    appearance,
    (next) => {
      remember('appearance', next === 'system' ? null : next);
      if (next === 'system') delete document.documentElement.dataset.appearance;
      else document.documentElement.dataset.appearance = next;
      setAppearance(next);
    },
  ];
}
