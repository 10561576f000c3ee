// What is used of packages that come without types, and no more.

declare module 'restructure' {
  /** Anything that restructure reads and writes. */
  export interface Type<Value> {
    decode(stream: DecodeStream): Value;
    toBuffer(value: Value): Uint8Array;
  }
  export class DecodeStream {
    constructor(bytes: Uint8Array);
  }
  export class Struct implements Type<Record<string, unknown>> {
    constructor(fields: Readonly<Record<string, object>>);
    decode(stream: DecodeStream): Record<string, unknown>;
    toBuffer(value: Record<string, unknown>): Uint8Array;
  }
  class ArrayType {
    constructor(type: object, length: number | object | string);
  }
  class BufferType {
    constructor(length: number | object | string);
  }
  class StringType {
    constructor(length: number | object | string, encoding: string);
  }
  class EnumType {
    constructor(type: object, options: readonly string[]);
  }
  class BooleanType {
    constructor(type: object);
  }

  export {
    ArrayType as Array,
    BooleanType as Boolean,
    BufferType as Buffer,
    EnumType as Enum,
    StringType as String,
  };
  export const uint8: object;
  export const int8: object;
  export const uint16be: object;
  export const uint16le: object;
  export const int16be: object;
  export const uint32be: object;
  export const uint32le: object;
  export const int32be: object;
  export const int32le: object;
  export const floatbe: object;
  export const doublebe: object;
}
