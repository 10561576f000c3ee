import type { DecodeError, DecodeOptions } from '@bytewright/runtime';
import { irOf } from '../compile/ir-of.js';
import type { Metadata } from '../ir/metadata.js';
import { coveringBytes } from '../ir/nodes/bits.js';
import type { SchemaIR } from '../ir/schema.js';
import type { Node } from '../language/node.js';
import { runDecoding } from './decode.js';
import type { Tracer } from './decode-context.js';
import { FAIL } from './failure.js';
import type { Segment } from './path.js';
import { formatPath } from './path.js';

/** One named part of an input: where it lies, what it is, and its own parts. */
export interface Explanation {
  /** As in errors, such as `sections[3].footer`. Empty for the whole. */
  readonly path: string;
  /** The last step of the path. */
  readonly segment: Segment;
  /** The node's type in a word or two. */
  readonly type: string;
  /** Offset of the first byte in the input. Parts are in the order of fields, which may lie in any other order. */
  readonly offset: number;
  /** Bytes that the part takes; what was consumed so far where decoding failed inside. */
  readonly length: number;
  /**
   * For a bit field: bits of its run in front of it, 0 for the first one. The run begins where its first field does,
   * and `offset` and `length` are the bytes that hold at least one bit of the field.
   */
  readonly bitOffset?: number;
  /** For a bit field: its width. */
  readonly bitLength?: number;
  /** Whether the part is on the wire but not in the value. */
  readonly hidden: boolean;
  /** For a field: its unit, what the format itself calls it, and what else readers of the schema are told. */
  readonly metadata?: Metadata;
  /** Whether the part was decoded to its end. */
  readonly complete: boolean;
  /** The decoded value; `undefined` where decoding failed inside. */
  readonly value: unknown;
  readonly parts: readonly Explanation[];
}

/** What could be understood of an input, and where that stopped. */
export interface ExplanationResult {
  readonly root: Explanation;
  readonly error: DecodeError | undefined;
}

type Open = { -readonly [K in keyof Explanation]: Explanation[K] } & { parts: Open[] };

/**
 * Decodes an input and tells where every field lies. Never throws for bad bytes: what comes before the fault is
 * explained, and the fault is in `error`.
 *
 * @example for `{ a: u8, b: u16be }` and `01 00 02`: parts `a` (offset 0, length 1) and `b` (offset 1, length 2)
 */
export function explain(
  schema: Node<unknown>,
  bytes: Uint8Array,
  options: DecodeOptions = {},
): ExplanationResult {
  return explainRoot(irOf(schema), bytes, options);
}

/** The same by a representation rather than by a schema object. */
export function explainRoot(ir: SchemaIR, bytes: Uint8Array, options: DecodeOptions = {}): ExplanationResult {
  const root: Open = {
    path: '',
    segment: '',
    type: ir.root.kind === 'struct' ? ir.root.name : ir.root.kind,
    offset: 0,
    length: 0,
    hidden: false,
    complete: false,
    value: undefined,
    parts: [],
  };
  const open: Open[] = [root];
  const innermost = (): Open => open.at(-1) as Open; // the root is open all the time
  /** For each open part that is a bit field: the bytes that hold it. */
  const sizes: (number | undefined)[] = [];
  const tracer: Tracer = {
    enter(segment, { type, hidden = false, bits, metadata }, context) {
      const covering = bits && coveringBytes(bits);
      const part: Open = {
        path: formatPath(context.path),
        segment,
        type,
        offset: context.offset + context.shift + (covering?.offset ?? 0),
        length: 0,
        ...(bits && { bitOffset: bits.position, bitLength: bits.width }),
        hidden,
        ...(metadata && { metadata }),
        complete: false,
        value: undefined,
        parts: [],
      };
      innermost().parts.push(part);
      open.push(part);
      sizes.push(covering?.size);
    },
    move(offset) {
      innermost().offset = offset;
    },
    leave(context, outcome) {
      const part = open.pop() as Open; // the one that was entered last
      const size = sizes.pop();
      part.complete = outcome !== FAIL;
      part.length = lengthOf(part, context.offset + context.shift, size);
      part.value = outcome === FAIL ? undefined : outcome;
    },
  };
  const { outcome, failure } = runDecoding(ir, bytes, options, tracer);
  root.complete = outcome !== FAIL;
  root.value = outcome === FAIL ? undefined : outcome;
  root.length = root.complete
    ? bytes.length
    : Math.max(0, ...root.parts.map((part) => part.offset + part.length));
  return { root, error: failure };
}

/** Bytes of a part, or of what came before the fault in it. A run of bit fields may be left amid its bytes. */
function lengthOf(
  { offset, complete, parts }: Open,
  reached: number,
  bitFieldSize: number | undefined,
): number {
  if (bitFieldSize !== undefined) return complete ? bitFieldSize : 0;
  if (complete) return reached - offset;
  return Math.max(reached, ...parts.map((part) => part.offset + part.length)) - offset;
}
