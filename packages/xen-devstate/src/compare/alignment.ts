/** A pair of corresponding items, or one without a counterpart; in wire order. */
export interface Aligned<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** With more pairs than this, they are not weighed: what differs is paired in order. */
const MOST_PAIRS = 4_000_000;

/**
 * Aligns two lists so that the total weight of the pairs is greatest, and pairs do not cross.
 *
 * @param weigh the weight of a pair; 0 if the two cannot be paired
 * @example `a b c` and `a d c`, if `b` and `d` can be paired: `a`–`a`, `b`–`d`, `c`–`c`
 */
export function alignLists<T>(
  before: readonly T[],
  after: readonly T[],
  weigh: (before: T, after: T) => number,
): readonly Aligned<T>[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const same = (from: number, length: number, list: readonly T[]): readonly Aligned<T>[] =>
    list.slice(from, from + length).map((one) => ({ before: one, after: one }));
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const middle = old.length * now.length > MOST_PAIRS ? inOrder(old, now) : alignAll(old, now, weigh);
  return [...same(0, head, before), ...middle, ...same(before.length - tail, tail, before)];
}

function inOrder<T>(before: readonly T[], after: readonly T[]): readonly Aligned<T>[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, i) => ({ before: before[i], after: after[i] }));
}

/** Weighs all pairs. Source: Needleman and Wunsch, "A general method applicable to the search for similarities", 1970. */
function alignAll<T>(
  before: readonly T[],
  after: readonly T[],
  weigh: (before: T, after: T) => number,
): readonly Aligned<T>[] {
  const width = after.length + 1;
  const weights = new Int32Array(before.length * after.length);
  for (const [i, was] of before.entries())
    for (const [j, is] of after.entries()) weights[i * after.length + j] = weigh(was, is);
  // best[i, j]: the greatest weight from index i of one list and j of the other to the ends
  const best = new Int32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  const paired = (i: number, j: number): number => {
    const weight = weights[i * after.length + j] ?? 0;
    return weight === 0 ? -1 : weight + at(i + 1, j + 1);
  };
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), paired(i, j));
  const aligned: Aligned<T>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (at(i, j) === paired(i, j)) aligned.push({ before: before[i++], after: after[j++] });
    else if (at(i, j) === at(i + 1, j)) aligned.push({ before: before[i++], after: undefined });
    else aligned.push({ before: undefined, after: after[j++] });
  }
  for (; i < before.length; i++) aligned.push({ before: before[i], after: undefined });
  for (; j < after.length; j++) aligned.push({ before: undefined, after: after[j] });
  return aligned;
}
