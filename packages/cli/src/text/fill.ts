/** The maximum number of columns in a help text. */
const WIDTH = 100;

/**
 * Wraps text into lines of at most 100 columns: the first one after `head`, the others aligned with it. Line breaks in the
 * text are kept, and the indentation of each line also applies to its continuation.
 *
 * @example `fill('one two', '  -a  ')` is `['  -a  one two']`
 */
export function fill(text: string, head = ''): readonly string[] {
  const indent = ' '.repeat(head.length);
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    const own = indent + (/^ */.exec(paragraph)?.[0] ?? '');
    let line = lines.length === 0 ? head + own.slice(head.length) : own;
    let isEmpty = true;
    for (const word of paragraph.trim().split(/(?<=\S) (?=\S)/)) {
      if (!isEmpty && line.length + 1 + word.length > WIDTH) {
        lines.push(line);
        [line, isEmpty] = [own, true];
      }
      line += isEmpty ? word : ` ${word}`;
      isEmpty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}
