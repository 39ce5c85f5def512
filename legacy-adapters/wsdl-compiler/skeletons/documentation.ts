import { readFileSync } from 'node:fs';
import { decodeXml } from '#legacy-adapters/kit/charset.ts';
import type { Place } from '../schema/diagnostics.ts';

const linesMax = 400;
const lengthMax = 300;

/** What schemas say of their components in xs:documentation, found by the places that the model keeps. */
export class Documentation {
  private readonly files = new Map<string, readonly string[]>();

  /** Of the component that is called `name` at that place. */
  of(place: Place, name: string): string | undefined {
    return this.after(place, 'name', name);
  }

  /** Of one value of the enumeration that begins at that place. */
  ofValue(place: Place, value: string): string | undefined {
    return this.after(place, 'value', value);
  }

  private after(place: Place, attribute: string, text: string): string | undefined {
    const source = this.lines(place.file)
      .slice(place.line - 1, place.line - 1 + linesMax)
      .join('\n');
    const quoted = text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const tag = `\\s${attribute}\\s*=\\s*["']${quoted}["'][^<>]*(?<!/)>`;
    const start = new RegExp(tag).exec(source);
    if (start === null) return undefined;
    const found = /^\s*<(?:[\w.-]+:)?annotation[^>]*>\s*<(?:[\w.-]+:)?documentation[^>]*>([^<]*)</.exec(
      source.slice(start.index + start[0].length),
    );
    return found === null ? undefined : sentence(found[1] ?? '');
  }

  private lines(file: string): readonly string[] {
    const known = this.files.get(file);
    if (known !== undefined) return known;
    const lines = decodeXml(readFileSync(file), '').split('\n');
    this.files.set(file, lines);
    return lines;
  }
}

function sentence(text: string): string | undefined {
  const plain = text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, lengthMax);
  if (plain === '') return undefined;
  const capital = plain.slice(0, 1).toUpperCase() + plain.slice(1);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
}
