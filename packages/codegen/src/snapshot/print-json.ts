/** Characters that fit on a line. */
const LINE_WIDTH = 120;

/** How many levels, counted from the outermost one, never go on one line. */
export interface JsonLayout {
  /** Whether what is at a path has a line for each member, even where all would fit on one. */
  readonly isBroken: (path: readonly string[]) => boolean;
  /** Whether what is at a path goes on one line, however long that is. */
  readonly isWhole?: (path: readonly string[]) => boolean;
}

/**
 * Data as JSON that is read and compared by people: what fits goes on one line, the rest has one member a line. Members keep
 * their order, those that are `undefined` are left out, and numbers that JSON has not are `{ "number": "-0" }`. Ends in a line feed.
 */
export function printJson(data: unknown, { isBroken, isWhole = () => false }: JsonLayout): string {
  const print = (value: unknown, path: readonly string[], indent: string, used: number): string => {
    if (typeof value !== 'object' || value === null) return onOneLine(value);
    if (isWhole(path)) return onOneLine(value);
    const line = isBroken(path) ? undefined : onOneLine(value);
    if (line !== undefined && used + line.length <= LINE_WIDTH) return line;
    const inner = `${indent}  `;
    const members = Array.isArray(value)
      ? value.map((item: unknown, i) => print(item, [...path, String(i)], inner, inner.length + 1))
      : membersOf(value).map(([name, member]) => {
          const label = `${JSON.stringify(name)}: `;
          return label + print(member, [...path, name], inner, inner.length + label.length + 1);
        });
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    return members.length === 0
      ? `${open}${close}`
      : `${open}\n${inner}${members.join(`,\n${inner}`)}\n${indent}${close}`;
  };
  return `${print(data, [], '', 0)}\n`;
}

function onOneLine(value: unknown): string {
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
    return `{ "number": "${Object.is(value, -0) ? '-0' : value}" }`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const members = membersOf(value).map(([name, member]) => `${JSON.stringify(name)}: ${onOneLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

const membersOf = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, member]) => member !== undefined);
