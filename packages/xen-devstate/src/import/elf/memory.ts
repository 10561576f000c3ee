/** A part of a file that a loader puts at an address. */
export interface Segment {
  readonly address: number;
  readonly bytes: Uint8Array;
  readonly isCode: boolean;
}

/** A program's memory as its file has it: what lies at an address, before relocation. */
export class Memory {
  readonly #segments: readonly Segment[];

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
  }

  /** The bytes from an address on; `undefined` where some of them are not in the file. */
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

  /** The segment that an address is in, as far as it is in the file. */
  segmentAt(address: number): Segment | undefined {
    return this.#segments.find(
      (segment) => address >= segment.address && address - segment.address < segment.bytes.length,
    );
  }

  #viewAt(address: number, length: number): DataView | undefined {
    const bytes = this.bytesAt(address, length);
    return bytes && new DataView(bytes.buffer, bytes.byteOffset, length);
  }
}
