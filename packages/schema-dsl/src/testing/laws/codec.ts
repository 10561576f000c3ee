import { decodeRoot } from '../../interpreter/decode.js';
import { encodeRoot } from '../../interpreter/encode.js';
import { sizeOfRoot } from '../../interpreter/size-of.js';
import type { SchemaIR } from '../../ir/schema.js';

/** What is put to the laws: the functions of a generated module, or anything that coverage to do the same. */
export interface Codec<T> {
  /** Reads a whole input. Throws a `DecodeError` where it cannot. */
  readonly decode: (bytes: Uint8Array) => T;
  /** Writes a value. Throws an `EncodeError` where it cannot. */
  readonly encode: (value: T) => Uint8Array;
  /** Bytes that `encode` will need. */
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
