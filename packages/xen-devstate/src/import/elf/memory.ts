import { ImportError } from '../import-error.js';

/** A part of a file that a loader puts at an address. */
export interface Segment {
  readonly address: number;
  readonly bytes: Uint8Array;
  /** Bytes that it has in memory: those behind `bytes` are zero. */
  readonly size: number;
  readonly isCode: boolean;
}

const ZEROS = new DataView(new ArrayBuffer(8));

/** A program's memory as its file has it: what lies at an address, before relocation. */
export class Memory {
  /** In the order of their addresses. */
  readonly #segments: readonly Segment[];

  /** @throws ImportError for segments that overlap: an address would be two */
  constructor(segments: readonly Segment[]) {
    this.#segments = segments.filter(({ size }) => size > 0).sort((a, b) => a.address - b.address);
    for (const [i, { address }] of this.#segments.entries()) {
      const before = this.#segments[i - 1];
      if (before !== undefined && address - before.address < before.size)
        throw new ImportError(`two segments that are both at 0x${address.toString(16)}`);
    }
  }

  /** The bytes of the file from an address on; `undefined` where some of them are not in it. */
  bytesAt(address: number, length: number): Uint8Array | undefined {
    const segment = this.segmentAt(address);
    if (segment === undefined) return undefined;
    const start = address - segment.address;
    return length <= segment.bytes.length - start ? segment.bytes.subarray(start, start + length) : undefined;
  }

  /** The 64-bit word at an address. */
  wordAt(address: number): bigint | undefined {
    return this.#viewAt(address, 8)?.getBigUint64(0, true);
  }

  /** The signed 32-bit integer at an address. */
  integerAt(address: number): number | undefined {
    return this.#viewAt(address, 4)?.getInt32(0, true);
  }

  /** The segment that an address is in. */
  segmentAt(address: number): Segment | undefined {
    let [low, high] = [0, this.#segments.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#segments[middle]?.address ?? 0) <= address) low = middle + 1;
      else high = middle;
    }
    const segment = this.#segments[low - 1];
    return segment !== undefined && address - segment.address < segment.size ? segment : undefined;
  }

  /** Also of what is in no file: the loader fills it with zeros, and constant tables of zeros lie there. */
  #viewAt(address: number, length: number): DataView | undefined {
    const segment = this.segmentAt(address);
    if (segment === undefined) return undefined;
    const start = address - segment.address;
    if (start >= segment.bytes.length && length <= segment.size - start) return ZEROS;
    const bytes = this.bytesAt(address, length);
    return bytes && new DataView(bytes.buffer, bytes.byteOffset, length);
  }
}
