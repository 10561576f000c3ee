import type { NumberArray } from '@bytewright/runtime';
import type { NumberArrays } from '@bytewright/runtime/codec';
import type { NodeIR } from '../node.js';
import type { ByteOrder } from './byte-order.js';
import { floatTraits } from './float.js';
import { integerTraits } from './integer.js';

/** A typed array class. The bigint classes are only given bigints, the others only numbers. */
export interface NumberArrayType {
  readonly name: keyof NumberArrays;
  from(items: Iterable<unknown>): NumberArray;
  /** A view of bytes in the machine's byte order. */
  new (buffer: ArrayBuffer): NumberArray;
}

const TYPED_ARRAYS = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  u64: BigUint64Array,
  i64: BigInt64Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

/** An element type whose lists are typed arrays, copied by their bytes. */
export type NumberElement = Extract<NodeIR, { kind: 'integer' | 'float' }>;

/** Whether lists of this element are typed arrays; others, such as 24-bit integers, use plain arrays. */
export function isNumberElement(element: NodeIR): element is NumberElement {
  return (
    (element.kind === 'integer' && !element.asNumber && [1, 2, 4, 8].includes(integerTraits(element).size)) ||
    (element.kind === 'float' && !element.preserve && floatTraits(element).size > 2)
  );
}

/** The typed array that a list of numbers decodes to: `Uint16Array` for all byte orders of 16 bits. */
export function typedArrayOf({ type }: NumberElement): NumberArrayType {
  const name = type.replace(/[bl]e$/, '') as keyof typeof TYPED_ARRAYS; // the types that isNumberElement() accepts
  // the classes differ in what `from` accepts; callers respect that
  return TYPED_ARRAYS[name] as unknown as NumberArrayType;
}

/** The size of a number in bytes, and its byte order unless it is inherited. */
export function numberLayout(element: NumberElement): {
  readonly size: number;
  readonly byteOrder: ByteOrder | undefined;
} {
  return element.kind === 'integer' ? integerTraits(element) : floatTraits(element);
}
