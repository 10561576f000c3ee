/**
 * The numbers of a campaign's batches, in the order in which they are drawn: some that go first, then all others as they come.
 *
 * @example `batchNumbers([3])` gives 3, 0, 1, 2, 4, 5 and so on
 */
export function* batchNumbers(first: readonly number[] = []): Generator<number, never, undefined> {
  yield* first;
  for (let number = 0; ; number++) if (!first.includes(number)) yield number;
}
