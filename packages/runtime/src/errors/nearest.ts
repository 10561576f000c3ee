/** A shorter name is like too many others; a longer one is not a typing error, and would cost time. */
const SHORTEST = 3;
const LONGEST = 40;

/**
 * The name that somebody who wrote another one probably meant: two typing errors away at most, one in a short name; the
 * first of several. A letter too many, too few, wrong, or two in the wrong order is one error.
 *
 * @example `nearest('lenght', ['length', 'text'])` is `length`
 */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length < SHORTEST || name.length > LONGEST) return undefined;
  const most = name.length < 5 ? 1 : 2;
  let best: string | undefined;
  let fewest = most + 1;
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) >= fewest) continue;
    const errors = typingErrors(name.toLowerCase(), candidate.toLowerCase());
    if (errors >= fewest) continue;
    best = candidate;
    fewest = errors;
  }
  return best;
}

/** How many typing errors lie between two texts: the restricted Damerau–Levenshtein distance. */
function typingErrors(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let errors = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) errors = Math.min(errors, at(before, j - 2) + 1);
      row.push(errors);
    }
    before = above;
    above = row;
  }
  return at(above, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
