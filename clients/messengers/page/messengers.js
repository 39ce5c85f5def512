import { createChat } from './chat.js';
import { showSwitches } from './switches.js';
import { takeTelephone } from './telephone.js';

const languages = ['uk', 'en', 'ru'];
const names = { uk: 'Дарина', en: 'Daria', ru: 'Дарья' };
const noticeMs = 4_000;
const find = (id) => document.getElementById(id);
const language = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => languages.includes(tag)) ?? 'uk';

let telephone;
let stopWatching = () => {};
let noticesSeen;
const chat = createChat(find('chat'), { onPress: (messageId, data) => void telephone.press(messageId, data) });

async function take(person, options) {
  stopWatching();
  telephone = await takeTelephone(person, options);
  noticesSeen = undefined;
  stopWatching = telephone.watch(show, lost);
}

function show(state) {
  find('bot-name').textContent = state.bot.first_name;
  find('bot-status').textContent = `bot · ${state.user.first_name}’s telephone`;
  chat.show(state);
  const begun = state.messages.length > 0;
  find('start').hidden = begun;
  find('composer').hidden = !begun;
  showReplies(state.quickReplies);
  showCommands(state.commands);
  const shown = state.notices.length;
  if (noticesSeen !== undefined && shown > noticesSeen) showNotice(state.notices.at(-1).text);
  noticesSeen = shown;
}

/** The bank was restarted, and with it the emulator: a new telephone is taken by itself. */
function lost(forGood) {
  find('bot-status').textContent = 'connecting…';
  if (forGood) setTimeout(() => take({ name: names[language], language }).catch(() => lost(true)), 1_000);
}

function showReplies(rows) {
  find('replies').hidden = rows.length === 0;
  find('replies').replaceChildren(...rows.flat().map((text) => actionButton(text, () => telephone.write(text))));
}

function showCommands(commands) {
  find('commands').replaceChildren(
    ...commands.map(({ command, description }) => {
      const item = document.createElement('li');
      const button = actionButton('', () => {
        toggleCommands(false);
        return telephone.write(`/${command}`);
      });
      const name = document.createElement('span');
      name.textContent = `/${command}`;
      button.append(description, name);
      item.append(button);
      return item;
    }),
  );
}

function actionButton(text, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', () => void act());
  return button;
}

function toggleCommands(open) {
  find('commands').hidden = !open;
  find('open-commands').setAttribute('aria-expanded', String(open));
}

function showNotice(text) {
  const notice = find('notice');
  notice.textContent = text;
  notice.hidden = false;
  setTimeout(() => {
    notice.hidden = true;
  }, noticeMs);
}

find('start').addEventListener('click', () => void telephone.write('/start'));
find('open-commands').addEventListener('click', () => toggleCommands(find('commands').hidden));
find('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = find('text').value.trim();
  find('text').value = '';
  if (text !== '') void telephone.write(text);
});
find('new-phone').addEventListener('submit', (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  void take({ name: form.get('name'), language: form.get('language') }, { anew: true });
});

find('new-phone').elements.name.value = names[language];
find('new-phone').elements.language.value = language;
await take({ name: names[language], language });
await showSwitches(find('switches'));
