import type { AnySchema, IMeasurer, ISerialInput, ISerialOutput } from 'typed-binary';
import { bool, f32, i16, object, Schema, u16, u32 } from 'typed-binary';
import { F64, typedBinaryCodec, U64 } from '../../peers/typed-binary.js';
import type { Table } from '../generated/records.js';

const KINDS = ['alpha', 'beta', 'gamma'];
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** How long what follows is. */
type Width = 1 | 2 | 4;

function readCount(input: ISerialInput, width: Width): number {
  return width === 1 ? input.readUint8() : width === 2 ? input.readUint16() : input.readUint32();
}

function writeCount(output: ISerialOutput, width: Width, count: number): void {
  if (width === 1) output.writeUint8(count);
  else if (width === 2) output.writeUint16(count);
  else output.writeUint32(count);
}

// Its own texts end with a zero byte, and its own lists have a count of 32 bits in front. Results are `never` because the
// library wraps the types of values.

class Kind extends Schema<string> {
  override read(input: ISerialInput): never {
    return KINDS[input.readUint8()] as never;
  }
  override write(output: ISerialOutput, value: never): void {
    output.writeUint8(KINDS.indexOf(value));
  }
  override measure(_: unknown, measurer: IMeasurer): IMeasurer {
    return measurer.add(1);
  }
}

class Text extends Schema<string> {
  readonly #width: Width;
  constructor(width: Width) {
    super();
    this.#width = width;
  }
  override read(input: ISerialInput): never {
    const bytes = new Uint8Array(readCount(input, this.#width));
    input.readSlice(bytes, 0, bytes.length);
    return decoder.decode(bytes) as never;
  }
  override write(output: ISerialOutput, value: never): void {
    const bytes = encoder.encode(value);
    writeCount(output, this.#width, bytes.length);
    output.writeSlice(bytes);
  }
  override measure(value: unknown, measurer: IMeasurer): IMeasurer {
    return measurer.add(this.#width + encoder.encode(String(value)).length);
  }
}

class Counted extends Schema<unknown[]> {
  readonly #element: AnySchema;
  readonly #width: Width;
  constructor(element: AnySchema, width: Width) {
    super();
    this.#element = element;
    this.#width = width;
  }
  override read(input: ISerialInput): never {
    const items: unknown[] = [];
    for (let left = readCount(input, this.#width); left > 0; left--) items.push(this.#element.read(input));
    return items as never;
  }
  override write(output: ISerialOutput, value: never): void {
    const items: readonly unknown[] = value;
    writeCount(output, this.#width, items.length);
    for (const item of items) this.#element.write(output, item);
  }
  override measure(value: unknown, measurer: IMeasurer): IMeasurer {
    measurer.add(this.#width);
    for (const item of value as readonly unknown[]) this.#element.measure(item, measurer);
    return measurer;
  }
}

const Tag = object({ key: u16, value: u32 });

const Row = object({
  id: u32,
  kind: new Kind(),
  flags: u16,
  created: new U64(),
  latitude: new F64(),
  longitude: new F64(),
  temperature: i16,
  score: f32,
  active: bool,
  name: new Text(1),
  note: new Text(2),
  tags: new Counted(Tag, 1),
});

type Value = Table & { readonly magic: number };

/** typed-binary, with schemas of ours where it has none. */
export const TYPED_BINARY_RECORDS: {
  decode(bytes: Uint8Array): Value;
  encode(value: Value): Uint8Array;
  normalise(value: Value): Table;
} = {
  ...typedBinaryCodec<Value>(object({ magic: u32, rows: new Counted(Row, 4) }), 'big'),
  normalise: ({ rows }) => ({ rows }),
};
