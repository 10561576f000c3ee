import type { EncodeErrorCode } from '@bytewright/runtime';
import { EncodeError } from '@bytewright/runtime';
import type { Nesting } from '@bytewright/runtime/codec';
import {
  atPath,
  checkList,
  checkObject,
  emptyElementBudget,
  grownValue,
  openNesting,
} from '@bytewright/runtime/codec';
import type { SchemaIR } from '../ir/schema.js';
import type { DecodeContext } from './decode-context.js';
import type { Segment } from './path.js';
import { formatPath } from './path.js';

/** A decision that encode makes from the value and that decode will make from the bytes. */
export interface LookAheadDecision {
  readonly offset: number;
  /** The end of the region in which the decision is made. */
  readonly end: number;
  readonly path: string;
  readonly holds: (context: DecodeContext) => boolean;
}

/** The target of an encoding that only adds up sizes. */
export const NO_BYTES: Uint8Array = new Uint8Array(0);
const NO_VIEW = new DataView(NO_BYTES.buffer);

/** The state of an encoding. `bytes` is empty while sizes are added up, and has the right size afterwards. */
export class EncodeContext {
  readonly bytes: Uint8Array;
  readonly structs: SchemaIR['structs'];
  readonly isSizing: boolean;
  readonly view: DataView;
  offset = 0;
  /** The end of the current region, as a decoder will see it. */
  end: number;
  /** The number of enclosing structs that can contain themselves. */
  depth: number;
  readonly maxDepth: number;
  /** The remaining number of list elements that may take no bytes. */
  emptyElements: number;
  /** The start of what was encoded last, if it lies elsewhere. */
  placed = 0;
  readonly path: Segment[] = [];
  readonly decisions: LookAheadDecision[] = [];

  constructor(
    bytes: Uint8Array,
    structs: SchemaIR['structs'],
    isSizing: boolean,
    { depth, maxDepth }: Nesting = openNesting(undefined),
  ) {
    this.bytes = bytes;
    this.structs = structs;
    this.isSizing = isSizing;
    this.depth = depth;
    this.maxDepth = maxDepth;
    this.emptyElements = emptyElementBudget(bytes.length);
    this.view = bytes === NO_BYTES ? NO_VIEW : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.end = bytes.length;
  }

  /** The path as errors print it. */
  get here(): string {
    return formatPath(this.path);
  }

  /** The offset for errors: unknown while sizes are added up. */
  get errorOffset(): number | undefined {
    return this.isSizing ? undefined : this.offset;
  }

  /** The value of a struct or union, which must be an object. The path is built only for an error: it is as long as the value is deep. */
  object(value: unknown): object {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    return checkObject(value, this.errorOffset, this.here);
  }

  /** The value of a list. */
  list(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : checkList(value, this.errorOffset, this.here);
  }

  error(
    code: EncodeErrorCode,
    expected: string,
    found: string,
    offset: number | undefined = this.errorOffset,
  ): EncodeError {
    return new EncodeError({ code, offset, path: this.here, expected, found });
  }

  /**
   * Reserves bytes: returns their offset and advances past them.
   *
   * @throws EncodeError `wrong-length` if the value has grown since its size was computed
   */
  take(size: number): number {
    const { offset } = this;
    if (size > this.bytes.length - offset)
      throw grownValue(offset, this.here, this.bytes.length - offset, size);
    this.offset += size;
    return offset;
  }

  /** Runs a step that may throw an error whose path is relative to the current position. */
  attempt<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      throw atPath(error, this.here);
    }
  }

  at<T>(segment: Segment, run: () => T): T {
    this.path.push(segment);
    const result = run();
    this.path.pop(); // skipped on an error, which needs the path
    return result;
  }

  decide(offset: number, holds: (context: DecodeContext) => boolean): void {
    this.decisions.push({ offset, end: this.end, path: this.here, holds });
  }
}
