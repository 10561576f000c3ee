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

/** Told of every named thing that is decoded where it stands (not of what is only tried ahead). */
export interface Tracer {
  enter(segment: Segment, part: Part, context: DecodeContext): void;
  leave(context: DecodeContext, outcome: Outcome): void;
  /** The part that was entered last lies elsewhere. */
  move(offset: number): void;
}

/** What a named part is, apart from where it lies. */
export interface Part {
  /** The node's type in a word or two. */
  readonly type: string;
  /** Whether it is on the wire but not in the value. */
  readonly hidden?: boolean;
  /** The bit field that it is, if it is one. */
  readonly bits?: BitsNode | undefined;
  /** What readers of the schema are told of it. */
  readonly metadata?: Metadata | undefined;
}

/** What came of a decoding that was made only to see how far it goes. */
export interface Trial {
  /** How it failed, or the offset behind. */
  readonly result: DecodeError | number;
  /** Where it failed, or the offset behind. */
  readonly furthest: number;
  /** Where the bytes end that it looked at. */
  readonly reached: number;
}

/** Where a decoding stands, and in what. */
export type Place = Pick<DecodeContext, 'bytes' | 'view' | 'offset' | 'end' | 'shift' | 'reached'>;

/** The state of one decoding: where it stands, what bounds it, and why it failed. */
export class DecodeContext {
  /** The bytes that offsets speak of: the input, or what was made of a region of it. */
  bytes: Uint8Array;
  readonly structs: SchemaIR['structs'];
  readonly tracer: Tracer | undefined;
  view: DataView;
  /** Where {@link bytes} begin in the input. */
  shift = 0;
  readonly limits: Limits;
  readonly copies: boolean;
  offset = 0;
  /** End of the current region. */
  end: number;
  /** Structs entered, of those that can contain themselves. */
  depth = 0;
  elements: number;
  /** List elements that may take no bytes, and may still come. */
  emptyElements: number;
  /** Bytes over which fruitless searches for a boundary may still go. */
  searchBudget: number;
  /** Bytes that fruitless attempts may still look at; negative for good once they have looked at more. */
  backtracking: number;
  /** Whether what is being read is paid for as an attempt, or is held against the budgets before it is read for good. */
  isTrial = false;
  /** Where the bytes end that a failed attempt has looked at, if that is behind the offset of its error. */
  reached = 0;
  failure: DecodeError | undefined;
  /** Where what was decoded last begins, if it lies elsewhere. */
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

  /** Whether what is being decoded is only tried. */
  get isAhead(): boolean {
    return this.#ahead > 0;
  }

  /** Records why decoding failed. Texts are made only where somebody will read them. */
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

  /** Notes how far something has looked that fails in front of that; what is only tried ahead is bounded. */
  noteReach(end: number): void {
    if (!this.isAhead) noteReach(this, end);
  }

  /** Goes elsewhere: what is being decoded lies there. */
  moveTo(offset: number): void {
    this.offset = offset;
    this.tracer?.move(offset);
  }

  /** Runs a step that may throw an error, whose path is relative to the first `depth` steps of the path from the root. */
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
   * Enters a named part, which {@link leave} ends. Two calls and no step in between: what decodes the part is then the
   * only thing that a level of nesting has on the stack.
   */
  enter(segment: Segment, part: () => Part): void {
    if (this.isAhead) return; // nobody is told of what is only tried
    this.path.push(segment);
    if (this.#trials === 0) this.tracer?.enter(segment, part(), this);
  }

  /** Leaves the part that was entered last, which decoded to a value or failed. */
  leave(outcome: Outcome): void {
    if (this.isAhead) return;
    if (this.#trials === 0) this.tracer?.leave(this, outcome);
    this.path.pop();
  }

  /** Tries a step from `offset` on and comes back, whatever it did. */
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

  /** Goes to bytes that were made of a region, which begins here. Gives what {@link resume} comes back with. */
  moveInside(bytes: Uint8Array): Place {
    const { bytes: outer, view, offset, end, shift, reached } = this;
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.shift = shift + offset;
    this.offset = 0;
    this.end = bytes.length;
    return { bytes: outer, view, offset, end, shift, reached };
  }

  /** Comes back to where the decoding stood. */
  resume({ bytes, view, offset, end, shift, reached }: Place): void {
    this.bytes = bytes;
    this.view = view;
    this.offset = offset;
    this.end = end;
    this.shift = shift;
    this.reached = reached;
  }

  /**
   * Decodes from the current offset on to see how far that goes, and comes back. What is paid for searches on the way
   * stays paid.
   */
  trial(run: () => Outcome): Trial {
    const { offset, end, depth, elements, emptyElements, failure, reached } = this;
    this.#trials++;
    this.reached = offset;
    const outcome = run();
    this.#trials--;
    const result = outcome === FAIL ? (this.failure as DecodeError) : this.offset; // what fails says why
    const furthest = typeof result === 'number' ? result : result.offset - this.shift;
    const trial = { result, furthest, reached: Math.max(furthest, this.reached) };
    Object.assign(this, { offset, end, depth, elements, emptyElements, failure, reached });
    return trial;
  }
}

const remaining = (bytes: number): string => (bytes <= 0 ? 'the end' : byteCount(bytes));
