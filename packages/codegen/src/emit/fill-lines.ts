import { LINE_WIDTH } from './line-width.js';

/**
 * Lays out names of imports and lists of texts like prose, several in a line, where the formatter gives each a line: they are looked
 * up, not read, and shall not stand between a reader and the code for a page. Formatters do so with numbers only.
 *
 * @param code as the formatter lays it out
 */
export function fillLines(code: string): string {
  const lines = code.split('\n');
  const filled: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    filled.push(line);
    at++;
    const item = itemOf(line);
    if (item === undefined) continue;
    const items: string[] = [];
    for (let next = lines[at]; next !== undefined && item.test(next); next = lines[++at]) items.push(next);
    const isWhole = /^ *[\]}]/.test(lines[at] ?? '');
    filled.push(...(isWhole ? filledLines(items) : items));
  }
  return filled.join('\n');
}

/** What each line of a list is that a line opens. */
function itemOf(line: string): RegExp | undefined {
  if (/^import (?:type )?\{$/.test(line)) return /^ {2}\w+(?: as \w+)?,$/;
  return line.endsWith('[') ? /^ +'[^']*',$/ : undefined;
}

function filledLines(items: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const word = item.trim();
    if (last === undefined || last.length + 1 + word.length > LINE_WIDTH) lines.push(item);
    else lines.splice(-1, 1, `${last} ${word}`);
  }
  return lines;
}
