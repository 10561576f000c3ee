/** Memory from which short copies of bytes are cut, one behind the other. */
export interface Slab {
  bytes: Uint8Array<ArrayBuffer>;
  /** How much of it is taken. */
  used: number;
}

/** Engines keep so few bytes in the array itself: nothing is faster. */
const LEAST = 65;
/** From here on, copying takes longer than making room for the copy. */
const MOST = 512;
/** Bytes of the first slab; each further one is twice as large, up to {@link LARGEST}: what is unused is never more than what is used. */
const SMALLEST = 1024;
const LARGEST = 8192;

/** A slab of which nothing is there yet. */
export function emptySlab(): Slab {
  return { bytes: NOTHING, used: 0 };
}

const NOTHING: Uint8Array<ArrayBuffer> = /*@__PURE__*/ new Uint8Array(0);

/** Whether copies of so many bytes are cut from a slab. */
export function isCut(size: number): boolean {
  return size >= LEAST && size <= MOST;
}

/**
 * A copy of bytes that shares its memory with other ones of the same slab: an allocation of its own takes an engine three times as
 * long. The whole slab lasts as long as any copy.
 *
 * @param size as {@link isCut} has it
 * @example the second copy of 100 bytes has a `byteOffset` of 100, and its `buffer` is that of the first
 */
export function cutCopy(slab: Slab, bytes: Uint8Array, from: number, size: number): Uint8Array<ArrayBuffer> {
  if (slab.used + size > slab.bytes.length) {
    slab.bytes = new Uint8Array(Math.min(LARGEST, Math.max(SMALLEST, 2 * slab.bytes.length)));
    slab.used = 0;
  }
  const { bytes: memory, used } = slab;
  slab.used = used + size;
  const source = new Uint8Array(bytes.buffer, bytes.byteOffset + from, size);
  memory.set(source, used);
  return new Uint8Array(memory.buffer, used, size);
}
