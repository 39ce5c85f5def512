type Node = Record<string, unknown>;

interface Tag {
  readonly uri: string;
  readonly local: string;
  readonly attributes: Readonly<Record<string, { readonly local: string; readonly uri: string; readonly value: string }>>;
}

interface Parser {
  on(event: string, handler: (given: never) => void): void;
  write(text: string): { close(): void };
}

const instance = 'http://www.w3.org/2001/XMLSchema-instance';

/** saxes and the least that builds objects of its events: no schema, no check of what is missing. */
export function createSaxesReader(SaxesParser: new (options: object) => Parser, repeated: ReadonlySet<string>): (bytes: Buffer) => unknown {
  return (bytes) => {
    const parser = new SaxesParser({ xmlns: true, position: false });
    const stack: { node: Node; local: string; text: string; children: boolean; nil: boolean }[] = [];
    let answer: unknown;
    parser.on('error', (error: Error) => {
      throw error;
    });
    parser.on('text', (text: string) => {
      const top = stack.at(-1);
      if (top !== undefined) top.text += text;
    });
    parser.on('opentag', (tag: Tag) => {
      const above = stack.at(-1);
      if (above !== undefined) above.children = true;
      const nil = Object.values(tag.attributes).some(({ local, uri, value }) => local === 'nil' && uri === instance && value === 'true');
      stack.push({ node: {}, local: tag.local, text: '', children: false, nil });
    });
    parser.on('closetag', () => {
      const done = stack.pop();
      if (done === undefined) return;
      const value = done.nil ? null : done.children ? done.node : done.text;
      const above = stack.at(-1)?.node;
      if (done.local === 'GetStatementsResponse') answer = value;
      if (above === undefined) return;
      if (!repeated.has(done.local)) above[done.local] = value;
      else if (Array.isArray(above[done.local])) (above[done.local] as unknown[]).push(value);
      else above[done.local] = [value];
    });
    parser.write(bytes.toString('utf8')).close();
    return answer;
  };
}
