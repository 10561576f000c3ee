import * as fc from 'fast-check';

/** Something sound, and a number that says which of the many things that can be made wrong in it are. */
export type MutationTarget<T> = readonly [sound: T, first: number];

/** MutationTargets of what is drawn. */
export function mutationTargets<T>(sound: fc.Arbitrary<T>): fc.Arbitrary<MutationTarget<T>> {
  return fc.tuple(sound, fc.nat(0xffff));
}

/**
 * At most about `most` of all the ways to make something wrong, evenly spread: all of them where they are
 * few.
 */
export function choose<W>(all: readonly W[], first: number, most: number): readonly W[] {
  const stride = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, index) => index % stride === first % stride);
}
