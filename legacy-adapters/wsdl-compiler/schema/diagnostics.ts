/** Where in a schema or WSDL something stands. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface Diagnostic extends Place {
  /** An `error` means that the compiled code would not read or write what the schema says; a `warning` says what was left aside. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What to do about it. */
  readonly wayOut: string;
}

const diagnosticsMax = 500;

export class Diagnostics {
  private readonly found = new Map<string, Diagnostic>();

  get all(): readonly Diagnostic[] {
    return [...this.found.values()];
  }

  error(place: Place, message: string, wayOut: string): void {
    this.add({ severity: 'error', file: place.file, line: place.line, message, wayOut });
  }

  warn(place: Place, message: string, wayOut: string): void {
    this.add({ severity: 'warning', file: place.file, line: place.line, message, wayOut });
  }

  private add(diagnostic: Diagnostic): void {
    if (this.found.size >= diagnosticsMax) return;
    this.found.set(`${diagnostic.file}:${diagnostic.line}:${diagnostic.message}`, diagnostic);
  }
}
