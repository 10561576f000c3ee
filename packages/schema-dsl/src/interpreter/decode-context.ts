import type { DecodeErrorCode, DecodeOptions, Limits } from '@bytewright/runtime';
import { DecodeError, isDecodeError } from '@bytewright/runtime';
import {
  budgetFor,
  byteCount,
  emptyElementBudget,
  joinPath,
  noteReach,
  resolveLimits,
} from '@bytewright/runtime/codec';
import type { Metadata } from '../ir/metadata.js';
import type { BitsNode } from '../ir/nodes/bits.js';
import type { SchemaIR } from '../ir/schema.js';
import type { Outcome } from './failure.js';
import { FAIL } from './failure.js';
import type { Segment } from './path.js';
import { formatPath } from './path.js';

/** Receives every named part that is decoded in its place (not what is only tried ahead). */
export interface Tracer {
  enter(segment: Segment, part: Part, context: DecodeContext): void;
  leave(context: DecodeContext, outcome: Outcome): void;
  /** The part entered last lies elsewhere. */
  move(offset: number): void;
}

/** The properties of a named part other than its position. */
export interface Part {
  /** The node's type in a word or two. */
  readonly type: string;
  /** Whether it is on the wire but not in the value. */
  readonly hidden?: boolean;
  /** The bit field, if the part is one. */
  readonly bits?: BitsNode | undefined;
  /** The documentation of the part. */
  readonly metadata?: Metadata | undefined;
}

/** The result of a decoding that was only made to see how far it gets. */
export interface Trial {
  /** The error, or the end offset. */
  readonly result: DecodeError | number;
  /** The offset of the error, or the end offset. */
  readonly furthest: number;
  /** The end of the bytes that it looked at. */
  readonly reached: number;
}

/** The position of a decoding, and the bytes that it refers to. */
export type Place = Pick<DecodeContext, 'bytes' | 'view' | 'offset' | 'end' | 'shift' | 'reached'>;

/** The state of a decoding: its position, its bounds, and the error if it failed. */
export class DecodeContext {
  /** The bytes that offsets refer to: the input, or the transformed bytes of a region. */
  bytes: Uint8Array;
  readonly structs: SchemaIR['structs'];
  readonly tracer: Tracer | undefined;
  view: DataView;
  /** The offset of {@link bytes} in the input. */
  shift = 0;
  readonly limits: Limits;
  readonly copies: boolean;
  offset = 0;
  /** End of the current region. */
  end: number;
  /** The number of enclosing structs that can contain themselves. */
  depth = 0;
  elements: number;
  /** The remaining number of list elements that may take no bytes. */
  emptyElements: number;
  /** The remaining number of bytes that failed searches for a boundary may scan. */
  searchBudget: number;
  /** The remaining number of bytes that failed alternatives may look at; negative for good once it is exceeded. */
  backtracking: number;
  /** Whether what is being decoded is charged as an alternative, or is checked against the budgets before it is decoded for good. */
  isTrial = false;
  /** The end of the bytes that a failed alternative looked at, if that is after the offset of its error. */
  reached = 0;
  failure: DecodeError | undefined;
  /** The start of what was decoded last, if it lies elsewhere. */
  placed = 0;
  readonly path: Segment[] = [];
  #ahead = 0;
  #trials = 0;

  constructor(bytes: Uint8Array, structs: SchemaIR['structs'], options: DecodeOptions = {}, tracer?: Tracer) {
    this.bytes = bytes;
    this.structs = structs;
    this.tracer = tracer;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.limits = resolveLimits(options.limits);
    this.copies = options.bytes !== 'view';
    this.end = bytes.length;
    this.elements = this.limits.elements;
    this.emptyElements = emptyElementBudget(bytes.length);
    this.searchBudget = budgetFor(bytes.length);
    this.backtracking = budgetFor(bytes.length);
  }

  /** Whether what is being decoded is only a trial. */
  get isAhead(): boolean {
    return this.#ahead > 0;
  }

  /** Records why decoding failed. Messages are built only if they will be read. */
  fail(code: DecodeErrorCode, offset: number, expected: () => string, found: () => string): typeof FAIL {
    if (!this.isAhead) {
      this.failure = new DecodeError({
        code,
        offset: offset + this.shift,
        path: formatPath(this.path),
        expected: expected(),
        found: found(),
      });
    }
    return FAIL;
  }

  /** Notes how far a step has looked that fails at an earlier offset; trials ahead are bounded anyway. */
  noteReach(end: number): void {
    if (!this.isAhead) noteReach(this, end);
  }

  /** Moves to another offset, where what is being decoded lies. */
  moveTo(offset: number): void {
    this.offset = offset;
    this.tracer?.move(offset);
  }

  /** Runs a step that may throw an error whose path is relative to the first `depth` steps of the path from the root. */
  attempt<T>(step: () => T, depth: number = this.path.length): Outcome<T> {
    try {
      return step();
    } catch (error) {
      if (!isDecodeError(error)) throw error;
      const { code, offset, expected, found } = error;
      this.failure = new DecodeError({
        code,
        offset: offset + this.shift,
        path: joinPath(formatPath(this.path.slice(0, depth)), error.path),
        expected,
        found,
      });
      return FAIL;
    }
  }

  /** Fails unless `size` bytes are left in the region. */
  need(size: number, type: string): Outcome<undefined> {
    const left = this.end - this.offset;
    if (size <= left) return undefined;
    return this.fail(
      'unexpected-end',
      this.offset,
      () => type,
      () => remaining(left),
    );
  }

  /**
   * Enters a named part, which {@link leave} ends. These are two calls rather than one with a callback, so that each level of
   * nesting adds only the decoder of the part to the stack.
   */
  enter(segment: Segment, part: () => Part): void {
    if (this.isAhead) return; // trials are not traced
    this.path.push(segment);
    if (this.#trials === 0) this.tracer?.enter(segment, part(), this);
  }

  /** Leaves the part entered last, which was decoded to a value or failed. */
  leave(outcome: Outcome): void {
    if (this.isAhead) return;
    if (this.#trials === 0) this.tracer?.leave(this, outcome);
    this.path.pop();
  }

  /** Tries a step at `offset` and returns to the current position afterwards. */
  ahead<T>(offset: number, attempt: () => T): T {
    const { offset: here, end, depth } = this;
    this.#ahead++;
    this.offset = offset;
    const result = attempt();
    this.#ahead--;
    this.offset = here;
    this.end = end;
    this.depth = depth;
    return result;
  }

  /** Switches to the transformed bytes of a region that begins here. Returns the argument for {@link resume}. */
  moveInside(bytes: Uint8Array): Place {
    const { bytes: outer, view, offset, end, shift, reached } = this;
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.shift = shift + offset;
    this.offset = 0;
    this.end = bytes.length;
    return { bytes: outer, view, offset, end, shift, reached };
  }

  /** Returns to a previous position. */
  resume({ bytes, view, offset, end, shift, reached }: Place): void {
    this.bytes = bytes;
    this.view = view;
    this.offset = offset;
    this.end = end;
    this.shift = shift;
    this.reached = reached;
  }

  /**
   * Decodes from the current offset to see how far that gets, then returns. Charges for searches on the way are kept.
   */
  trial(run: () => Outcome): Trial {
    const { offset, end, depth, elements, emptyElements, failure, reached } = this;
    this.#trials++;
    this.reached = offset;
    const outcome = run();
    this.#trials--;
    const result = outcome === FAIL ? (this.failure as DecodeError) : this.offset; // set by fail()
    const furthest = typeof result === 'number' ? result : result.offset - this.shift;
    const trial = { result, furthest, reached: Math.max(furthest, this.reached) };
    Object.assign(this, { offset, end, depth, elements, emptyElements, failure, reached });
    return trial;
  }
}

const remaining = (bytes: number): string => (bytes <= 0 ? 'the end' : byteCount(bytes));
