import type { NaNBits } from '@bytewright/runtime';
import { CallError } from '../ir/call-error.js';
import type { FloatType } from '../ir/nodes/float.js';
import { describeDefinition } from './describe-argument.js';
import type { Keeping, Node, NumberNode } from './node.js';
import { makeNode } from './node.js';
import { redefined } from './undocumented.js';

const float = <A>(type: FloatType): NumberNode<number, A> => makeNode({ kind: 'float', type });
/** Lists of 16-bit floats are plain arrays. */
const half = (type: FloatType): Node<number> => makeNode({ kind: 'float', type });

/** A float of 16 bits (IEEE 754 binary16), most significant byte first: `3c 00` is 1. */
export const f16be: Node<number> = half('f16be');
/** A float of 16 bits (IEEE 754 binary16), least significant byte first: `00 3c` is 1. */
export const f16le: Node<number> = half('f16le');
/** A float of 16 bits (IEEE 754 binary16), in the byte order of `endianness`. */
export const f16: Node<number> = half('f16');
/** A float of 32 bits (IEEE 754 binary32), most significant byte first: `3f 80 00 00` is 1. */
export const f32be: NumberNode<number, Float32Array> = float('f32be');
/** A float of 32 bits (IEEE 754 binary32), least significant byte first: `00 00 80 3f` is 1. */
export const f32le: NumberNode<number, Float32Array> = float('f32le');
/** A float of 32 bits (IEEE 754 binary32), in the byte order of `endianness`. */
export const f32: NumberNode<number, Float32Array> = float('f32');
/** A float of 64 bits (IEEE 754 binary64), most significant byte first: `3f f0 00 00 00 00 00 00` is 1. */
export const f64be: NumberNode<number, Float64Array> = float('f64be');
/** A float of 64 bits (IEEE 754 binary64), least significant byte first: `00 00 00 00 00 00 f0 3f` is 1. */
export const f64le: NumberNode<number, Float64Array> = float('f64le');
/** A float of 64 bits (IEEE 754 binary64), in the byte order of `endianness`. */
export const f64: NumberNode<number, Float64Array> = float('f64');

/**
 * A float that keeps every NaN: the canonical one is `NaN`, others are `{ nan }` with their bits, as a `number` does not
 * carry them reliably. Without it, such NaNs are rejected.
 *
 * Only values that the width holds exactly can be encoded: for 32 bits, the results of `Math.fround`.
 *
 * In relations, all of them are NaN.
 *
 * @example `preserveNaN(f32be)` reads `{ nan: 0x7fc00001n }` from `7f c0 00 01`
 */
export function preserveNaN(node: Node<number>): Keeping<number, number | NaNBits> {
  return redefined(node, (definition) => {
    if (definition.kind !== 'float')
      throw new CallError(
        'misplaced-construct',
        'preserveNaN()',
        `expected a float, such as f32be, found ${describeDefinition(definition)}; omit preserveNaN(), as only floats have NaNs`,
      );
    return { ...definition, preserve: true };
  });
}
