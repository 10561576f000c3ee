import type { DecodeError } from '@bytewright/runtime';
import type { Input } from '@bytewright/runtime/codec';
import {
  atOffset,
  atPath,
  byteCount,
  decodeFailure,
  openInput,
  unexpectedEnd,
} from '@bytewright/runtime/codec';
import type { ByteSource } from './byte-source.js';
import { readAhead } from './read-ahead.js';

/** Bytes that a head of a record may take at most, unless more is said: a name of 255 bytes, and some numbers. */
const MOST_OF_A_HEAD = 512;

/** A place in a source, from which generated readers read small parts while all else is passed over. */
export class Cursor {
  readonly source: ByteSource;
  offset: number;

  constructor(source: ByteSource, offset = 0) {
    this.source = readAhead(source);
    this.offset = offset;
  }

  /** Bytes from here to the end. */
  get left(): number {
    return this.source.size - this.offset;
  }

  /**
   * Reads a part and moves behind it.
   *
   * @param path - where the part is in the container, for errors
   * @param most - bytes that it may take
   * @throws DecodeError with the offset in the container
   */
  read<T>(reader: (input: Input) => T, path: string, most: number = MOST_OF_A_HEAD): T {
    const input = openInput(this.source.read(this.offset, Math.min(most, this.left)));
    try {
      const value = reader(input);
      this.offset += input.offset;
      return value;
    } catch (error) {
      throw atPath(atOffset(error, this.offset), path);
    }
  }

  /** The next byte, which stays; `undefined` at the end. */
  peek(): number | undefined {
    return this.left === 0 ? undefined : this.source.read(this.offset, 1)[0];
  }

  /**
   * Passes over bytes without reading them.
   *
   * @throws DecodeError `unexpected-end` where there are fewer
   */
  skip(length: number, path: string): void {
    if (length > this.left) throw unexpectedEnd(this.offset, path, byteCount(length), this.left);
    this.offset += length;
  }

  /** The error for what is at an offset, by default here. */
  failure(
    code: DecodeError['code'],
    path: string,
    expected: string,
    found: string,
    offset: number = this.offset,
  ): DecodeError {
    return decodeFailure(code, offset, path, expected, found);
  }
}
