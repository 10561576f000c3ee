import { Parser } from 'binary-parser/dist/binary_parser.js';
import type { Layout, NumberType, StructLayout } from './layout.js';

type Add = (parser: Parser, name: string) => void;

const ADD: Readonly<Record<NumberType, Add>> = {
  u8: (parser, name) => parser.uint8(name),
  i8: (parser, name) => parser.int8(name),
  u16: (parser, name) => parser.uint16be(name),
  i16: (parser, name) => parser.int16be(name),
  u32: (parser, name) => parser.uint32be(name),
  i32: (parser, name) => parser.int32be(name),
  i32le: (parser, name) => parser.int32le(name),
  u64: (parser, name) => parser.uint64be(name),
  i64: (parser, name) => parser.int64be(name),
};

const NAMES: Readonly<Record<NumberType, string>> = {
  u8: 'uint8',
  i8: 'int8',
  u16: 'uint16be',
  i16: 'int16be',
  u32: 'uint32be',
  i32: 'int32be',
  i32le: 'int32le',
  u64: 'uint64be',
  i64: 'int64be',
};

/** A parser of binary-parser for a layout, as its users write one: bytes are views on the input. */
export function naturalParser(layout: StructLayout): (bytes: Uint8Array) => unknown {
  const parser = parserOf(layout);
  parser.compile();
  return (bytes) => parser.parse(bytes);
}

function parserOf({ fields }: StructLayout): Parser {
  const parser = new Parser();
  for (const { name, type } of fields) add(parser, name, type);
  return parser;
}

function add(parser: Parser, name: string, type: Layout): void {
  switch (type.kind) {
    case 'number':
      ADD[type.type](parser, name);
      break;
    case 'bytes':
      parser.buffer(name, { length: type.size });
      break;
    case 'array':
      // its types know names of little and big endian numbers only where they are literals
      parser.array(name, { length: type.count, type: elementOf(type.element) as Parser });
      break;
    case 'struct':
      parser.nest(name, { type: parserOf(type) });
  }
}

function elementOf(element: Layout): Parser | string {
  if (element.kind === 'number') return NAMES[element.type];
  if (element.kind === 'struct') return parserOf(element);
  const parser = new Parser();
  add(parser, 'bytes', element);
  return parser;
}
