import * as fc from 'fast-check';

/** A valid value, and a number that selects which of its many possible faults to introduce. */
export type MutationTarget<T> = readonly [sound: T, first: number];

/** Mutation targets from generated values. */
export function mutationTargets<T>(sound: fc.Arbitrary<T>): fc.Arbitrary<MutationTarget<T>> {
  return fc.tuple(sound, fc.nat(0xffff));
}

/**
 * About `most` of all the possible faults, evenly spread: all of them if there are few.
 */
export function choose<W>(all: readonly W[], first: number, most: number): readonly W[] {
  const stride = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, index) => index % stride === first % stride);
}
