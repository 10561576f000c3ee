/** Ranges, and what their order depends on. */
interface UnorderedRanges {
  /** Where each begins. */
  readonly starts: readonly number[];
  /** Who holds them: the field, empty for those without an offset, and the number of its first range. */
  readonly holders: readonly { readonly field: string; readonly first: number }[];
}

/**
 * The numbers of the ranges, sorted by where they begin; `undefined` if they were noted in that order. Of two that begin at the same
 * place, the one noted earlier comes first, and the fields without an offset come before any other.
 *
 * Fields at offsets are mostly sorted themselves, so sorted runs are merged: two such fields cost one comparison per range.
 */
export function orderOfCoverage({ starts, holders }: UnorderedRanges): Uint32Array | undefined {
  const inline = holders.find(({ field }) => field === '')?.first ?? -1;
  let runs = [0];
  for (let i = 1; i < starts.length; i++) if (isBefore(starts, i, i - 1, inline)) runs.push(i);
  if (runs.length === 1) return undefined;
  let order = new Uint32Array(starts.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  let merged = new Uint32Array(starts.length);
  while (runs.length > 1) {
    const longer: number[] = [];
    for (let run = 0; run < runs.length; run += 2) {
      const from = runs[run] ?? 0;
      const to = runs[run + 2] ?? starts.length;
      merge(order, from, runs[run + 1] ?? to, to, starts, inline, merged);
      longer.push(from);
    }
    [order, merged, runs] = [merged, order, longer];
  }
  return order;
}

/** Whether one range comes before another: if both begin at one place, only that of the fields without an offset does. */
function isBefore(starts: readonly number[], a: number, b: number, inline: number): boolean {
  const from = starts[a] ?? 0;
  const other = starts[b] ?? 0;
  return from < other || (a === inline && from === other);
}

/** Puts what is in order between `from` and `middle`, and between `middle` and `to`, in order together. */
function merge(
  order: Uint32Array,
  from: number,
  middle: number,
  to: number,
  starts: readonly number[],
  inline: number,
  merged: Uint32Array,
): void {
  let left = from;
  let right = middle;
  for (let at = from; at < to; at++) {
    const takesRight =
      left === middle || (right < to && isBefore(starts, order[right] ?? 0, order[left] ?? 0, inline));
    merged[at] = order[takesRight ? right++ : left++] ?? 0;
  }
}
