/** Those that have words here: `category.GROCERIES`. The graph's enums grow, so another one counts as `OTHER`. */
const known = [
  'GROCERIES',
  'RESTAURANTS',
  'SHOPPING',
  'TRANSPORT',
  'TRAVEL',
  'UTILITIES',
  'COMMUNICATION',
  'HEALTH',
  'ENTERTAINMENT',
  'EDUCATION',
  'CASH',
  'TRANSFERS',
  'FEES',
  'INCOME',
] as const;

export function categoryKey(category: string): `category.${(typeof known)[number] | 'OTHER'}` {
  return `category.${known.find((one) => one === category) ?? 'OTHER'}`;
}
