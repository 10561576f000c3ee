import { hexOf } from '@bytewright/runtime/codec';
import { CallError } from '../ir/call-error.js';
import type { ProcessorIR } from '../ir/processor.js';
import { describeArgument } from './describe-argument.js';
import type { Expr } from './expression.js';
import { isExpr } from './expression.js';
import type { Ending, Size } from './extent.js';
import { toExtent } from './extent.js';
import type { External } from './external.js';
import type { Node, Wrapper } from './node.js';
import { makeNode } from './node.js';
import { requireNode } from './require-node.js';

/** A reversible transformation of a region's bytes that keeps their number. */
export interface Processor {
  readonly processor: ProcessorIR;
}

type BytesFunction = (bytes: Uint8Array) => Uint8Array;

/**
 * XOR with a repeating key: a byte, bytes (also as pairs of hexadecimal digits), or an expression whose value is a number
 * of `size` bytes, most significant byte first.
 *
 * @example `xor(0x5a)`, `xor('deadbeef')`, `xor(mask, 4)` with `mask = parameter('mask', u32be)`
 */
export function xor(key: number | string | Uint8Array | Expr<number>, size: 1 | 2 | 3 | 4 = 1): Processor {
  if (![1, 2, 3, 4].includes(size))
    throw new CallError(
      'invalid-size',
      'xor()',
      `expected a key of 1 to 4 bytes, found ${describeArgument(size)}; pass its size in bytes`,
    );
  if (isExpr(key)) return { processor: { kind: 'xor', key: key.expression, size } };
  const digits = keyDigits(key);
  if (!/^([0-9a-f]{2})+$/.test(digits))
    throw new CallError(
      'invalid-argument',
      'xor()',
      `expected a key: a byte 0 to 255, a Uint8Array, or pairs of hexadecimal digits, found ${describeArgument(key)}; write, for example, xor(0x5a) or xor('deadbeef')`,
    );
  return { processor: { kind: 'xor', key: { hex: digits }, size: digits.length / 2 } };
}

/** The hexadecimal digits of a key; empty if it is not a key. */
function keyDigits(key: unknown): string {
  if (typeof key === 'string') return key.toLowerCase();
  const bytes = typeof key === 'number' ? [key] : key instanceof Uint8Array ? [...key] : [];
  const areBytes = bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255);
  return areBytes ? hexOf(bytes) : '';
}

/** Rotates each byte left by 1 to 7 bits on decode, and right on encode. */
export function rotateLeft(bits: number): Processor {
  if (!Number.isInteger(bits) || bits < 1 || bits > 7)
    throw new CallError(
      'invalid-argument',
      'rotateLeft()',
      `expected the number of bits to rotate by, found ${describeArgument(bits)}; use 1 to 7`,
    );
  return { processor: { kind: 'rotateLeft', bits } };
}

/** Reverses the bytes of each group of 2, 4 or 8; the size of the region must be a multiple of the group size. */
export function swapBytes(size: 2 | 4 | 8): Processor {
  if (size !== 2 && size !== 4 && size !== 8)
    throw new CallError(
      'invalid-argument',
      'swapBytes()',
      `expected the group size in bytes, found ${describeArgument(size)}; use 2, 4 or 8`,
    );
  return { processor: { kind: 'swapBytes', size } };
}

/**
 * Two user-supplied functions that are inverses of each other and return as many bytes as they receive.
 *
 * @example `bijection(external({ module: './cipher.js', export: 'decipher' }, decipher), external({ module: './cipher.js', export: 'encipher' }, encipher))`
 */
export function bijection(decode: External<BytesFunction>, encode: External<BytesFunction>): Processor {
  if (typeof decode?.value !== 'function' || typeof encode?.value !== 'function')
    throw new CallError(
      'invalid-argument',
      'bijection()',
      `expected two functions wrapped in external(), found ${describeArgument(decode)} and ${describeArgument(encode)}; write bijection(external({ module: './cipher.js', export: 'decipher' }, decipher), external(…))`,
    );
  return { processor: { kind: 'bijection', decode: decode.external, encode: encode.external } };
}

/**
 * A region whose bytes are transformed before `node` is decoded from them; the node must fill it exactly. Without a size,
 * it is bounded by a relation such as `$.length.is(byteLength($.region))`, or takes the rest of the enclosing region.
 *
 * @example `processed(xor(0x5a), 2, u16be)` reads 0x0102 from `5b 58`
 */
export function processed<N>(processor: Processor, node: N): Wrapper<N>;
export function processed<N>(processor: Processor, size: Size | Ending, node: N): Wrapper<N>;
export function processed(processor: Processor, ...[first, second]: readonly unknown[]): Node<unknown> {
  if (typeof processor?.processor !== 'object')
    throw new CallError(
      'invalid-argument',
      'processed()',
      `expected a processor first, found ${describeArgument(processor)}; write, for example, processed(xor(0x5a), size, node)`,
    );
  const node = requireNode(
    second ?? first,
    'processed()',
    'processed(processor, node) or processed(processor, size, node)',
  );
  const inside = makeNode<Node<unknown>>({ kind: 'processed', processor: processor.processor, node });
  const size = second === undefined ? undefined : toExtent(first as Size | Ending, 'processed()'); // by the overloads
  return size === undefined || size.kind === 'end' ? inside : makeNode({ kind: 'sized', size, node: inside });
}
