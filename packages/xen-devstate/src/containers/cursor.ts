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

/** The default maximum size of a record header: a name of 255 bytes, and some numbers. */
const MOST_OF_A_HEAD = 512;

/** A position in a source from which generated readers read small parts while everything else is skipped. */
export class Cursor {
  readonly source: ByteSource;
  offset: number;

  constructor(source: ByteSource, offset = 0) {
    this.source = readAhead(source);
    this.offset = offset;
  }

  /** The number of bytes up to the end. */
  get left(): number {
    return this.source.size - this.offset;
  }

  /**
   * Reads a part and moves past it.
   *
   * @param path - the path of the part in the container, for errors
   * @param most - the maximum number of bytes that it may take
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

  /** The next byte, without moving; `undefined` at the end. */
  peek(): number | undefined {
    return this.left === 0 ? undefined : this.source.read(this.offset, 1)[0];
  }

  /**
   * Skips bytes without reading them.
   *
   * @throws DecodeError `unexpected-end` if there are fewer
   */
  skip(length: number, path: string): void {
    if (length > this.left) throw unexpectedEnd(this.offset, path, byteCount(length), this.left);
    this.offset += length;
  }

  /** Creates an error for an offset, by default the current one. */
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
