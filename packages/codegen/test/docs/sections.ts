/** One example of a document: a schema, and what is said about it. */
export interface DocumentExample {
  /** TypeScript. Its last struct is the schema. */
  readonly code: string;
  /** Type-checked, and not run: it stands for a file of the reader's. */
  readonly checkOnly: boolean;
  /** Where the code begins, from 1. */
  readonly line: number;
  /** Drawn bytes and the expression of the value that they stand for. */
  readonly pairs: readonly { readonly bytes: string; readonly value: string }[];
  /** Bytes or the expression of a value, and the error that it raises. */
  readonly errors: readonly { readonly input: string; readonly error: string }[];
  /** What the definition error says, where the schema cannot be. */
  readonly refused: string | undefined;
}

/** A heading of a document with the examples below it. */
export interface Section {
  readonly document: string;
  readonly title: string;
  readonly examples: readonly DocumentExample[];
}

interface Fence {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

/**
 * The sections of a Markdown text that have examples. An example is a `ts` block and what follows it: pairs of `bytes` and
 * `value` blocks, `error` blocks with a line each error, a `refused` block with the message of a definition error. Blocks in
 * other languages are left alone.
 *
 * @throws SyntaxError where blocks do not make an example.
 */
export function sectionsOf(document: string, markdown: string): readonly Section[] {
  const sections: { document: string; title: string; fences: Fence[] }[] = [];
  let title = '';
  let open: { language: string; lines: string[]; line: number } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (open !== undefined) {
      if (line.startsWith('```')) {
        const fence = { language: open.language, text: open.lines.join('\n'), line: open.line };
        const last = sections.at(-1);
        if (last?.title === title) last.fences.push(fence);
        else sections.push({ document, title, fences: [fence] });
        open = undefined;
      } else open.lines.push(line);
    } else if (line.startsWith('```')) open = { language: line.slice(3).trim(), lines: [], line: index + 2 };
    else if (/^#+ /.test(line)) title = line.replace(/^#+ /, '');
  }
  return sections
    .map(({ fences, ...section }) => ({ ...section, examples: examplesOf(document, fences) }))
    .filter(({ examples }) => examples.length > 0);
}

function examplesOf(document: string, fences: readonly Fence[]): readonly DocumentExample[] {
  type Open = { -readonly [P in keyof DocumentExample]: DocumentExample[P] };
  const examples: Open[] = [];
  let drawn: Fence | undefined;
  for (const fence of fences) {
    const { language, text, line } = fence;
    const fail = (problem: string): never => {
      throw new SyntaxError(`${document}:${line}: ${problem}`);
    };
    const example = (): Open =>
      examples.at(-1) ?? fail(`a ${language} block without a ts block that says what it belongs to`);
    if (drawn !== undefined && language !== 'value') fail('a bytes block is followed by its value block');
    switch (language) {
      case 'ts':
      case 'ts check':
        examples.push({
          code: text,
          checkOnly: language === 'ts check',
          line,
          pairs: [],
          errors: [],
          refused: undefined,
        });
        break;
      case 'bytes':
        example();
        drawn = fence;
        break;
      case 'value':
        example().pairs = [
          ...example().pairs,
          { bytes: drawn?.text ?? fail('a value without its bytes'), value: text },
        ];
        drawn = undefined;
        break;
      case 'error':
        example().errors = [...example().errors, ...text.split('\n').map((row) => errorOf(row, fail))];
        break;
      case 'refused':
        example().refused = text;
        break;
    }
  }
  return examples;
}

function errorOf(row: string, fail: (problem: string) => never): { input: string; error: string } {
  const parted = /^(.*?) *! ([a-z-]+(?: .*)?)$/.exec(row);
  if (parted?.[1] === undefined || parted[2] === undefined)
    return fail(`an error line is "bytes or value ! code at OFFSET in PATH", not ${JSON.stringify(row)}`);
  return { input: parted[1], error: parted[2] };
}
