import type { Option } from '../command/option.js';
import { fill } from '../text/fill.js';

/** Options longer than this have their description on the next line. */
const WIDEST = 24;

/**
 * Formats options for a help text: the name of each, followed by its description.
 *
 * @example `optionLines([{ name: 'help', short: 'h', help: 'print this' }])` is `['  -h, --help  print this']`
 */
export function optionLines(options: readonly Option[]): readonly string[] {
  const heads = options.map(headOf);
  const width = Math.max(...heads.map(({ length }) => (length > WIDEST ? 0 : length)));
  return options.flatMap(({ help }, i) => {
    const head = heads[i] ?? '';
    if (head.length <= width) return fill(help, `${head.padEnd(width)}  `);
    return [head, ...fill(help, ' '.repeat(width + 2))];
  });
}

function headOf({ name, short, value }: Option): string {
  const names = short === undefined ? `      --${name}` : `  -${short}, --${name}`;
  return value === undefined ? names : `${names} ${value}`;
}
