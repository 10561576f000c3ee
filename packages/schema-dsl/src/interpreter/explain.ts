import type { DecodeError, DecodeOptions } from '@bytewright/runtime';
import { irOf } from '../compile/ir-of.js';
import type { Metadata } from '../ir/metadata.js';
import { coveringBytes } from '../ir/nodes/bits.js';
import type { SchemaIR } from '../ir/schema.js';
import type { Node } from '../language/node.js';
import { runDecode } from './decode.js';
import type { Tracer } from './decode-context.js';
import { FAIL } from './failure.js';
import type { Segment } from './path.js';
import { formatPath } from './path.js';

/** A named part of an input: its position, its type, and its own parts. */
export interface Explanation {
  /** The path as in errors, such as `sections[3].footer`. Empty for the whole input. */
  readonly path: string;
  /** The last step of the path. */
  readonly segment: Segment;
  /** The node's type in a word or two. */
  readonly type: string;
  /** The offset of the first byte in the input. Parts are in the order of fields, whose offsets may be in any order. */
  readonly offset: number;
  /** The number of bytes of the part; if decoding failed inside, those consumed so far. */
  readonly length: number;
  /**
   * For a bit field: the number of bits of its run before it, 0 for the first one. The run begins where its first field does,
   * and `offset` and `length` cover the bytes that hold at least one bit of the field.
   */
  readonly bitOffset?: number;
  /** For a bit field: its width. */
  readonly bitLength?: number;
  /** Whether the part is on the wire but not in the value. */
  readonly hidden: boolean;
  /** For a field: its unit, the format's own name for it, and other documentation. */
  readonly metadata?: Metadata;
  /** Whether the part was decoded completely. */
  readonly complete: boolean;
  /** The decoded value; `undefined` if decoding failed inside. */
  readonly value: unknown;
  readonly parts: readonly Explanation[];
}

/** The part of an input that could be decoded, and the error that stopped decoding. */
export interface ExplanationResult {
  readonly root: Explanation;
  readonly error: DecodeError | undefined;
}

type Open = { -readonly [K in keyof Explanation]: Explanation[K] } & { parts: Open[] };

/**
 * Decodes an input and reports the position of every field. Never throws for malformed bytes: everything before the error is
 * explained, and the error is in `error`.
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

/** Like `explain`, with an IR instead of a schema object. */
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
  const innermost = (): Open => open.at(-1) as Open; // the root is always open
  /** For each open part that is a bit field, the size of the bytes that hold it. */
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
      const part = open.pop() as Open; // the part entered last
      const size = sizes.pop();
      part.complete = outcome !== FAIL;
      part.length = lengthOf(part, context.offset + context.shift, size);
      part.value = outcome === FAIL ? undefined : outcome;
    },
  };
  const { outcome, failure } = runDecode(ir, bytes, options, tracer);
  root.complete = outcome !== FAIL;
  root.value = outcome === FAIL ? undefined : outcome;
  root.length = root.complete
    ? bytes.length
    : Math.max(0, ...root.parts.map((part) => part.offset + part.length));
  return { root, error: failure };
}

/** The number of bytes of a part, or of what precedes the error in it. Decoding may leave a run of bit fields in the middle of its bytes. */
function lengthOf(
  { offset, complete, parts }: Open,
  reached: number,
  bitFieldSize: number | undefined,
): number {
  if (bitFieldSize !== undefined) return complete ? bitFieldSize : 0;
  if (complete) return reached - offset;
  return Math.max(reached, ...parts.map((part) => part.offset + part.length)) - offset;
}
