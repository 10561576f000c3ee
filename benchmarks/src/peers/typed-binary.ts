import type { AnySchema, IMeasurer, ISerialInput, ISerialOutput } from 'typed-binary';
import { BufferReader, BufferWriter, Schema } from 'typed-binary';

// What typed-binary has no schema for, as its users write one.

const scratch = new Uint8Array(8);
const view = new DataView(scratch.buffer);

/** Reads a number of so many bytes from {@link scratch}, and writes it there. */
abstract class Scratch<Value> extends Schema<Value> {
  protected abstract readonly size: number;
  protected abstract get(): Value;
  protected abstract set(value: Value): void;

  override read(input: ISerialInput): never {
    input.readSlice(scratch, 0, this.size);
    return this.get() as never; // the value: the library wraps its type
  }

  override write(output: ISerialOutput, value: never): void {
    this.set(value);
    output.writeSlice(this.size === 8 ? scratch : scratch.subarray(0, this.size));
  }

  override measure(_: unknown, measurer: IMeasurer): IMeasurer {
    return measurer.add(this.size);
  }
}

/** Unsigned, of 64 bits, big-endian. */
export class U64 extends Scratch<bigint> {
  protected readonly size = 8;
  protected get(): bigint {
    return view.getBigUint64(0);
  }
  protected set(value: bigint): void {
    view.setBigUint64(0, value);
  }
}

/** Signed, of 64 bits, big-endian. */
export class I64 extends Scratch<bigint> {
  protected readonly size = 8;
  protected get(): bigint {
    return view.getBigInt64(0);
  }
  protected set(value: bigint): void {
    view.setBigInt64(0, value);
  }
}

/** Floating point, of 64 bits, big-endian. */
export class F64 extends Scratch<number> {
  protected readonly size = 8;
  protected get(): number {
    return view.getFloat64(0);
  }
  protected set(value: number): void {
    view.setFloat64(0, value);
  }
}

/** Signed, of 32 bits, little-endian where all else is big-endian. */
export class LittleI32 extends Scratch<number> {
  protected readonly size = 4;
  protected get(): number {
    return view.getInt32(0, true);
  }
  protected set(value: number): void {
    view.setInt32(0, value, true);
  }
}

/** So many bytes. */
export class Bytes extends Schema<Uint8Array> {
  readonly #size: number;
  constructor(size: number) {
    super();
    this.#size = size;
  }

  override read(input: ISerialInput): never {
    const bytes = new Uint8Array(this.#size);
    input.readSlice(bytes, 0, this.#size);
    return bytes as never; // the value: the library wraps its type
  }

  override write(output: ISerialOutput, value: never): void {
    output.writeSlice(value);
  }

  override measure(_: unknown, measurer: IMeasurer): IMeasurer {
    return measurer.add(this.#size);
  }
}

/** A codec of a schema: it measures a value, and writes it into a buffer of that size. */
export function typedBinaryCodec<Value>(
  schema: AnySchema,
  endianness: 'big' | 'little',
): { decode(bytes: Uint8Array): Value; encode(value: Value): Uint8Array } {
  return {
    decode: ({ buffer, byteOffset }) =>
      // always an ArrayBuffer here, and what the schema says
      schema.read(new BufferReader(buffer as ArrayBuffer, { byteOffset, endianness })) as Value,
    encode: (value) => {
      const buffer = new ArrayBuffer(schema.measure(value).size);
      schema.write(new BufferWriter(buffer, { endianness }), value);
      return new Uint8Array(buffer);
    },
  };
}
