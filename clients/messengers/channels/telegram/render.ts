import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';
import type { Capabilities, ChannelRequest } from '#clients/messengers/core/channel.ts';
import type { ChatAddress } from '#clients/messengers/core/event.ts';
import { type Button, type CanonicalMessage, plainText, type Span } from '#clients/messengers/core/message.ts';

const labelMax = 64;
const styles = { bold: 'bold', code: 'code', quiet: 'italic' } as const;

/** A message as calls of the Bot API. Styles go as entities, so that no text needs escaping. */
export function renderMessage(message: CanonicalMessage, address: ChatAddress, can: Capabilities): readonly ChannelRequest[] {
  const content = {
    chat_id: Number(address.chat),
    ...renderText(message.text, can.textCharactersMax),
    link_preview_options: { is_disabled: true },
  };
  if (message.quickReplies !== undefined) {
    const keyboard = message.quickReplies.map((row) => row.map((text) => ({ text })));
    const markup = { keyboard, resize_keyboard: true, is_persistent: true };
    return [{ method: 'sendMessage', payload: { ...content, reply_markup: markup }, effect: 'visible' }];
  }
  const markup = message.buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: renderButtons(message.buttons, can) } };
  const fresh: ChannelRequest = { method: 'sendMessage', payload: { ...content, ...markup }, effect: 'visible' };
  if (message.replaces === undefined) return [fresh];
  const edit = { ...content, message_id: Number(message.replaces), ...markup };
  // The person may have deleted the message meanwhile.
  return [{ method: 'editMessageText', payload: edit, effect: 'repeatable', instead: fresh }];
}

function renderText(spans: readonly Span[], charactersMax: number): { text: string; entities: MessageEntity[] } {
  const text = plainText(spans);
  const entities: MessageEntity[] = [];
  let offset = 0;
  for (const span of spans) {
    // Offsets and lengths count UTF-16 code units, as JavaScript does.
    const { length } = span.text;
    if (span.style !== undefined && length > 0) entities.push({ type: styles[span.style], offset, length });
    offset += length;
  }
  if (text.length <= charactersMax) return { text, entities };
  const cut = charactersMax - 1;
  const kept = entities
    .filter((entity) => entity.offset < cut)
    .map((entity) => ({ ...entity, length: Math.min(entity.length, cut - entity.offset) }));
  return { text: `${text.slice(0, cut)}…`, entities: kept };
}

function renderButtons(rows: CanonicalMessage['buttons'], can: Capabilities): InlineKeyboardButton[][] {
  let left = can.buttonsMax;
  return rows.flatMap((row) => {
    const kept = row.slice(0, Math.min(can.buttonsInRowMax, left));
    left -= kept.length;
    return kept.length === 0 ? [] : [kept.map((button) => renderButton(button, can))];
  });
}

function renderButton(button: Button, can: Capabilities): InlineKeyboardButton {
  const text = button.label.length > labelMax ? `${button.label.slice(0, labelMax - 1)}…` : button.label;
  if ('url' in button) return { text, url: button.url };
  if (Buffer.byteLength(button.id) > can.buttonIdBytesMax) throw new Error('a button id is too long for this messenger');
  return { text, callback_data: button.id };
}
