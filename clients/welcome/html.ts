export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export function each<Item>(items: readonly Item[], render: (item: Item) => string): string {
  return items.map(render).join('\n');
}
