/** The number of characters that a text may have. */
export interface TextRoom {
  /** The limit for an extra repeat at the end of a pattern, without which hardly any text would reach this length. */
  readonly least: number;
  readonly most: number;
}

/**
 * A pattern for those texts of a pattern that are short enough, anchored at both ends and with every repeat bounded. Returns
 * `undefined` if all of the pattern's texts are longer. Patterns have no groups and no alternation: the compiler rejects those.
 *
 * @example
 * ```ts
 * boundedPattern('^v[0-9]+$', { least: 0, most: 4 }); // '^v[0-9]{1,3}$'
 * boundedPattern('x', { least: 0, most: 2 }); // '^.{0,1}x.{0,1}$'
 * boundedPattern('^abc$', { least: 0, most: 2 }); // undefined
 * ```
 */
export function boundedPattern(pattern: string, { least, most }: TextRoom): string | undefined {
  const atoms = atomsOf(pattern);
  const shortest = atoms.reduce((sum, { min }) => sum + min, 0);
  const spare = most - shortest;
  if (spare < 0) return undefined;
  const last = atoms.at(-1);
  const wanted = last?.max === Number.POSITIVE_INFINITY ? Math.max(0, least - shortest) : 0;
  const texts = atoms.map((atom) => {
    if (atom.isOnce) return atom.text;
    const min = atom === last ? atom.min + wanted : atom.min;
    return `${atom.text}{${min},${Math.min(atom.max, atom.min + spare)}}`;
  });
  return `^${texts.join('')}$`;
}

/** A character or an assertion, and its number of repeats. */
interface Atom {
  readonly text: string;
  /** Whether it has no quantifier. */
  readonly isOnce: boolean;
  readonly min: number;
  readonly max: number;
}

const ATOM =
  /(\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|c[a-zA-Z]|.)|\[(?:\\.|[^\]\\])*\]|.)(?:([*+?])|\{(\d+)(,?)(\d*)\})?\??/gs;

function atomsOf(pattern: string): readonly Atom[] {
  const anything = { text: '.', isOnce: false, min: 0, max: Number.POSITIVE_INFINITY };
  const atoms = [...pattern.matchAll(ATOM)].map(([, text = '', sign, from, comma, to]): Atom => {
    if (sign !== undefined) {
      const max = sign === '?' ? 1 : Number.POSITIVE_INFINITY;
      return { text, isOnce: false, min: sign === '+' ? 1 : 0, max };
    }
    if (from === undefined) {
      const size = /^(?:\\[bB]|[$^])$/.test(text) ? 0 : 1;
      return { text, isOnce: true, min: size, max: size };
    }
    const min = Number(from);
    const max = comma === '' ? min : to === '' ? Number.POSITIVE_INFINITY : Number(to);
    return { text, isOnce: false, min, max };
  });
  const isFirst = atoms[0]?.text === '^';
  const isLast = atoms.at(-1)?.text === '$';
  return [
    ...(isFirst ? [] : [anything]),
    ...atoms.slice(isFirst ? 1 : 0, isLast ? -1 : undefined),
    ...(isLast ? [] : [anything]),
  ];
}
