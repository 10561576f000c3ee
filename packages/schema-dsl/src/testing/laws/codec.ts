import { decodeRoot } from '../../interpreter/decode.js';
import { encodeRoot } from '../../interpreter/encode.js';
import { sizeOfRoot } from '../../interpreter/size-of.js';
import type { SchemaIR } from '../../ir/schema.js';

/** The codec to check: the functions of a generated module, or anything that claims to do the same. */
export interface Codec<T> {
  /** Decodes a whole input. Throws a `DecodeError` if it cannot. */
  readonly decode: (bytes: Uint8Array) => T;
  /** Encodes a value. Throws an `EncodeError` if it cannot. */
  readonly encode: (value: T) => Uint8Array;
  /** The number of bytes that `encode` will write. */
  readonly sizeOf: (value: T) => number;
}

/** The reference interpreter as a codec. */
export function interpreterCodec(ir: SchemaIR): Codec<unknown> {
  return {
    decode: (bytes) => decodeRoot(ir, bytes),
    encode: (value) => encodeRoot(ir, value),
    sizeOf: (value) => sizeOfRoot(ir, value),
  };
}
