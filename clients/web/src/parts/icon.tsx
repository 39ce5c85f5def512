import type { ReactNode } from 'react';

/** Own line drawings on a grid of 24, stroked in the colour of the text. */
const drawings = {
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z',
  unlock: 'M7 11V8a5 5 0 0 1 9.6-2M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z',
  copy: 'M9 9V5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-4M5 9h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1Z',
  done: 'm5 12.5 4.5 4.5L19 7.5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M19 12H5m6-6-6 6 6 6',
  forward: 'm9 5 7 7-7 7',
  down: 'm6 9 6 6 6-6',
  retry: 'M20 11a8 8 0 0 0-14.3-4L4 9m0-5v5h5M4 13a8 8 0 0 0 14.3 4l1.7-2m0 5v-5h-5',
  cloud: 'M7.5 18.5h9.8a3.9 3.9 0 0 0 .5-7.8A5.8 5.8 0 0 0 6.6 9.4a4.6 4.6 0 0 0 .9 9.1ZM12 9v4m0 2.6v.1',
  offline: 'M4 4l16 16M5 10a10 10 0 0 1 4-2.3M8.5 13.6a5 5 0 0 1 5.2-1.2M19 10a10 10 0 0 0-6.3-2.9M12 18h.01',
  incoming: 'M17 7 7 17m0-8v8h8',
  outgoing: 'M7 17 17 7m-8 0h8v8',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 3v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4',
  moon: 'M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5Z',
  system: 'M4 5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM9 21h6m-3-4v4',
  leave: 'M14 4h4a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-4M10 8l-4 4 4 4m-4-4h9',
  document: 'M7 3h7l5 5v12a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm7 0v5h5M9.5 13h6m-6 4h4',
  card: 'M4 6h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1ZM3 10h18M7 14.5h4',
  wallet: 'M5 7h13a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h11M16 13h.01',
  savings:
    'M12 20c4.4 0 8-2.2 8-5s-3.6-5-8-5-8 2.2-8 5 3.6 5 8 5Zm-8-5V9c0-2.8 3.6-5 8-5s8 2.2 8 5v6M4 9c0 1.2.6 2.3 1.700 3.100M20 9c0 1.200-.6 2.300-1.700 3.100',
  term: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Zm0-12v4.500l3 1.800',
  business: 'M4 8h16a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1Zm5 0V6a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M3 13h18',
  contactless: 'M8.500 8.500a5 5 0 0 1 0 7M12 6a8.500 8.500 0 0 1 0 12M15.500 3.500a12 12 0 0 1 0 17',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.500 9h17m-17 6h17M12 3c-5 5.500-5 12.500 0 18 5-5.500 5-12.500 0-18Z',
  shield: 'M12 3 5 6v5c0 4.800 2.900 8.300 7 10 4.100-1.700 7-5.200 7-10V6l-7-3Zm-3 9 2.200 2.200L15.200 10',
  filter: 'M4 6h16M7 12h10m-7 6h4',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Zm-6 9a6 6 0 0 1 12 0M16 4.300a3.500 3.500 0 0 1 0 6.400M17.500 14.500A6 6 0 0 1 21 20',
  add: 'M12 5v14M5 12h14',
  edit: 'M4 20l.8-4L16 4.800a1.700 1.700 0 0 1 2.400 0l.8.8a1.700 1.700 0 0 1 0 2.400L8 19.200 4 20ZM14 7l3 3',
  remove: 'M5 7h14M10 7V5h4v2M7 7l1 13h8l1-13M10.500 11v5m3-5v5',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15L6 16ZM10 20.500a2.200 2.200 0 0 0 4 0',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
