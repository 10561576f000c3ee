import { ts } from 'ts-morph';

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Changes of a text, by places in what it was before. What lies within something that is left out is left out with it. */
export class Edits {
  readonly #text: string;
  readonly #edits: Edit[] = [];
  readonly #removed = new Set<ts.Node>();

  constructor(text: string) {
    this.#text = text;
  }

  replace(from: number, to: number, text: string): void {
    this.#edits.push({ from, to, text });
  }

  /** Leaves a statement out, and the line that it stood in. A comment in front of it stays: it is about more than that. */
  removeStatement(statement: ts.Statement): void {
    this.#removed.add(statement);
    const { end, parent } = statement;
    const isListed = ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent);
    if (!isListed) {
      this.replace(statement.getStart(), end, '{}');
      return;
    }
    let from = statement.getStart();
    while (this.#text[from - 1] === ' ') from--;
    const isLine = from === 0 || this.#text[from - 1] === '\n';
    this.#edits.push({ from, to: isLine && this.#text[end] === '\n' ? end + 1 : end, text: '' });
  }

  /** Leaves a declaration of the module out, with its comment. */
  removeDeclaration(statement: ts.Node): void {
    this.#removed.add(statement);
    this.#edits.push({ from: statement.pos, to: statement.end, text: '' });
  }

  isRemoved(node: ts.Node): boolean {
    return this.#removed.has(node);
  }

  /** The changed text. */
  apply(): string {
    const sorted = this.#edits
      .map((edit, i) => ({ ...edit, i }))
      .sort((a, b) => a.from - b.from || b.to - a.to || a.i - b.i);
    const parts: string[] = [];
    let at = 0;
    for (const { from, to, text } of sorted) {
      if (from < at) continue; // within one that is made already
      parts.push(this.#text.slice(at, from), text);
      at = to;
    }
    parts.push(this.#text.slice(at));
    return parts.join('');
  }
}
