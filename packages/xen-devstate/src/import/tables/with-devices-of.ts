import type { StateDescription } from './state-description.js';

/**
 * A program's descriptions, and those of another build of it for what the first one does not have itself: distributions
 * put some devices, such as QXL and the virtio GPU, into modules that are loaded when they are wanted, and other builds
 * have them within.
 *
 * @param descriptions what counts
 * @param others where descriptions are taken from whose names are not among these
 */
export function withDevicesOf(
  descriptions: readonly StateDescription[],
  others: readonly StateDescription[],
): readonly StateDescription[] {
  const names = new Set(descriptions.map(({ name }) => name));
  return [...descriptions, ...others.filter(({ name }) => !names.has(name))];
}
