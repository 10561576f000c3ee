import { ImportError } from '../import-error.js';

/** Products of lengths above which lists are not compared: no two real ones that differ come near. */
const MOST = 4_000_000;

/**
 * Two lists in one, which holds each of them in its order. What both have is in it once, as far as their orders agree.
 *
 * @throws ImportError for long lists that have little in common
 * @example `mergeNames(['a', 'c'], ['a', 'b', 'c', 'd'])` is `['a', 'b', 'c', 'd']`
 */
export function mergeNames(first: readonly string[], second: readonly string[]): readonly string[] {
  let start = 0;
  while (start < first.length && first[start] === second[start]) start++;
  let [a, b] = [first.length, second.length];
  while (a > start && b > start && first[a - 1] === second[b - 1]) [a, b] = [a - 1, b - 1];
  const [left, right] = [first.slice(start, a), second.slice(start, b)];
  if (left.length * right.length > MOST)
    throw new ImportError('captures whose lists of fields are long and have little in common');
  return [...first.slice(0, start), ...mergeMiddle(left, right), ...first.slice(a)];
}

/** By their longest common sub-sequence. */
function mergeMiddle(left: readonly string[], right: readonly string[]): readonly string[] {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (i: number, k: number): number => lengths[i * width + k] ?? 0;
  for (let i = left.length - 1; i >= 0; i--)
    for (let k = right.length - 1; k >= 0; k--)
      lengths[i * width + k] =
        left[i] === right[k] ? at(i + 1, k + 1) + 1 : Math.max(at(i + 1, k), at(i, k + 1));
  const merged: string[] = [];
  let [i, k] = [0, 0];
  while (i < left.length || k < right.length) {
    const isShared = i < left.length && k < right.length && left[i] === right[k];
    const takesLeft = isShared || k === right.length || (i < left.length && at(i + 1, k) >= at(i, k + 1));
    merged.push((takesLeft ? left[i] : right[k]) ?? '');
    if (takesLeft) i++;
    if (isShared || !takesLeft) k++;
  }
  return merged;
}
