import { LINE } from './layout-text.js';

/** What a module that is being printed imports. */
export class ModuleImports {
  readonly #names = new Map<string, Set<string>>();

  /** Imports a name from a module, and gives it back. */
  add(name: string, from: string): string {
    this.#names.set(from, (this.#names.get(from) ?? new Set()).add(name));
    return name;
  }

  /** The modules that are imported, as the text says them. */
  get modules(): readonly string[] {
    return [...this.#names.keys()];
  }

  /** The lines that import everything: packages first, then other modules, in order of their names. */
  print(): string {
    return [...this.#names]
      .sort(([a], [b]) => byPath(a, b))
      .map(([from, names]) => importLine([...names].sort(inOrder), from))
      .join('');
  }
}

/**
 * As the formatter has modules: packages, then `../` before `./`; folder by folder, so that `qemu-7.2/` is before `qemu-7.2-xen/`
 * and both before `qemu-10.0/`.
 */
function byPath(a: string, b: string): number {
  const rank = (from: string): number => [0, 2, 1][from.search(/[^.]/)] ?? 0;
  const segments = (from: string): readonly string[] => from.replace(/\.js$/, '').split('/');
  const [left, right] = [segments(a), segments(b)];
  const at = left.findIndex((segment, i) => segment !== right[i]);
  const [one = '', other = ''] = [left[at], right[at]];
  return rank(a) - rank(b) || Number(other === '..') - Number(one === '..') || inOrder(one, other);
}

/** Whatever their case, and numbers by what they are: `uint8` before `uint16`. */
function inOrder(a: string, b: string): number {
  // a capital before its small letter
  const key = (char: string): string => `${char.toLowerCase()}${char === char.toLowerCase() ? 1 : 0}`;
  const parts = (name: string): readonly string[] =>
    (name.match(/\d+|\D/g) ?? []).map((part) => (/\d/.test(part) ? part : key(part)));
  const [left, right] = [parts(a), parts(b)];
  const at = left.findIndex((part, i) => part !== right[i]);
  const [one, other] = [left[at], right[at]];
  if (one === undefined || other === undefined) return left.length - right.length;
  const isNumber = /^\d/.test(one) && /^\d/.test(other);
  return isNumber ? Number(one) - Number(other) : one < other ? -1 : 1;
}

function importLine(names: readonly string[], from: string): string {
  const line = `import { ${names.join(', ')} } from '${from}';\n`;
  if (line.length <= LINE + 1) return line;
  return `import {\n${names.map((name) => `  ${name},\n`).join('')}} from '${from}';\n`;
}
