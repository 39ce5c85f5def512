const tags = { bold: 'strong', italic: 'em', code: 'code', underline: 'u', strikethrough: 's' };

/** Draws the chat: what has changed only, so that nothing jumps and the focus stays where it is. */
export function createChat(place, { onPress }) {
  const drawn = new Map();
  // What is newest stays in sight when the keyboard or the commands take room.
  new ResizeObserver(() => place.lastElementChild?.scrollIntoView({ block: 'end' })).observe(place);

  function draw(message) {
    const element = document.createElement('article');
    const own = !message.from.is_bot;
    element.className = `message${own ? ' own' : ''}`;
    const bubble = document.createElement('div');
    bubble.className = 'bubble';
    bubble.append(...spans(message), stamp(message));
    element.append(bubble);
    const rows = message.reply_markup?.inline_keyboard ?? [];
    if (rows.length > 0) {
      element.classList.add('with-keys');
      element.append(keyboard(rows, message));
    }
    return element;
  }

  function keyboard(rows, message) {
    const keys = document.createElement('div');
    keys.className = 'keys';
    for (const row of rows) {
      const line = document.createElement('div');
      line.append(...row.map((button) => key(button, message)));
      keys.append(line);
    }
    return keys;
  }

  function key({ text, url, callback_data: data }, message) {
    const element = document.createElement(url === undefined ? 'button' : 'a');
    element.className = 'key';
    element.textContent = text;
    if (url !== undefined) {
      Object.assign(element, { href: url, target: '_blank', rel: 'noopener' });
      return element;
    }
    element.type = 'button';
    element.addEventListener('click', () => {
      element.setAttribute('aria-busy', 'true');
      setTimeout(() => element.removeAttribute('aria-busy'), 8_000);
      onPress(message.message_id, data);
    });
    return element;
  }

  return {
    show({ messages, bot }) {
      const there = new Set(messages.map((message) => message.message_id));
      for (const [id, { element }] of drawn) {
        if (there.has(id)) continue;
        element.remove();
        drawn.delete(id);
      }
      place.querySelector('.hello')?.remove();
      if (messages.length === 0) place.append(hello(bot));
      const atEnd = place.scrollHeight - place.scrollTop - place.clientHeight < 120;
      let added = false;
      for (const message of messages) {
        const text = JSON.stringify(message);
        const known = drawn.get(message.message_id);
        if (known?.text === text) continue;
        const element = draw(message);
        if (known === undefined) place.append(element);
        else known.element.replaceWith(element);
        added ||= known === undefined;
        drawn.set(message.message_id, { element, text });
      }
      if (atEnd || added) place.lastElementChild?.scrollIntoView({ block: 'end' });
    },
  };
}

function spans({ text, entities = [] }) {
  const parts = [];
  let from = 0;
  for (const { type, offset, length } of entities.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < from) continue;
    parts.push(text.slice(from, offset));
    const part = document.createElement(tags[type] ?? 'span');
    if (type === 'italic') part.className = 'quiet';
    part.textContent = text.slice(offset, offset + length);
    parts.push(part);
    from = offset + length;
  }
  return [...parts, text.slice(from)];
}

function stamp({ date, edit_date: edited }) {
  const time = document.createElement('time');
  const at = new Date((edited ?? date) * 1_000);
  time.className = 'stamp';
  time.dateTime = at.toISOString();
  time.textContent = `${edited === undefined ? '' : 'edited '}${at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}`;
  return time;
}

function hello(bot) {
  const element = document.createElement('div');
  element.className = 'hello';
  const picture = Object.assign(document.createElement('img'), { src: '/messengers/portico.svg', alt: '', width: 72, height: 72 });
  const what = document.createElement('p');
  what.textContent = `${bot.first_name} is the bank’s bot: balances, cards and transactions in this chat.`;
  element.append(picture, what);
  return element;
}
