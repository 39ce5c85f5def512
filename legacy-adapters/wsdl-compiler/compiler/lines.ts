/** Source text in the making, indented by two blanks a level. */
export class Lines {
  private readonly lines: string[] = [];
  private level = 0;

  add(...lines: readonly string[]): void {
    for (const line of lines) this.lines.push(line === '' ? '' : `${'  '.repeat(this.level)}${line}`);
  }

  /** `head {`, what `inside` adds, and `}` with what follows it. */
  block(head: string, inside: () => void, after = ''): void {
    this.add(`${head} {`);
    this.level += 1;
    inside();
    this.level -= 1;
    this.add(`}${after}`);
  }

  toString(): string {
    return `${this.lines.join('\n')}\n`;
  }
}
