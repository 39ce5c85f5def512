import { ChatRatesDocument, type ChatRatesQuery } from '#clients/messengers/generated/graphql.ts';
import { formatMoment, formatMoney } from '../language.ts';
import { bold, lines, quiet, type Span } from '../message.ts';
import type { Screen, UpdateContext } from '../update-context.ts';

type Rate = NonNullable<ChatRatesQuery['exchangeRates']>[number];

/** For every chat, linked or not. */
export async function rates(context: UpdateContext): Promise<Screen> {
  const { words, button, language } = context;
  const { data } = await context.askAsAnybody(ChatRatesDocument, {});
  const found = data?.exchangeRates;
  if (found === null || found === undefined) {
    return {
      text: lines(`⚠️ ${words.ratesUnavailable}`),
      buttons: [[button(words.tryAgain, { name: 'rates' }), button(words.menu, { name: 'menu' })]],
    };
  }
  const newest = found
    .map(({ asOf }) => asOf)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
  const rows =
    newest === undefined
      ? [words.noRates]
      : [...found.map((rate) => rateRow(context, rate)), '', [quiet(words.ratesAsOf(formatMoment(newest, language)))]];
  return {
    text: lines([bold(words.ratesTitle)], ...(newest === undefined ? [] : [words.ratesHead, '']), ...rows),
    buttons: [[button(words.menu, { name: 'menu' })]],
  };
}

/** `10 CZK  19.58 ₴ / 19.81 ₴` */
function rateRow({ language }: UpdateContext, { currency, quoteCurrency, units, buy, sell }: Rate): readonly (string | Span)[] {
  const price = (amount: string) => formatMoney({ amount, currency: quoteCurrency }, language);
  return [bold(units === 1 ? currency : `${units} ${currency}`), `  ${price(buy)} / ${price(sell)}`];
}
