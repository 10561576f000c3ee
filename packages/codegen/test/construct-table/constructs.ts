/** A construct as the author would write it, with two of its values for tags, constants and conditions. */
export interface Construct {
  /** The node, as text of a schema module. */
  readonly node: string;
  /** Two different values as text, where the construct has values that can be written down. */
  readonly values?: readonly [string, string];
  /** What a relation speaks of where that is not the field itself: one flag of a set. */
  readonly member?: string;
}

/** Every construct of the language, by the name that the table gives it. */
export const CONSTRUCTS: Readonly<Record<string, Construct>> = {
  u8: { node: 'u8', values: ['1', '2'] },
  i16le: { node: 'i16le', values: ['1', '2'] },
  u24be: { node: 'u24be', values: ['1', '2'] },
  u64be: { node: 'u64be', values: ['1n', '2n'] },
  u128le: { node: 'u128le', values: ['1n', '2n'] },
  'asNumber(u64be)': { node: 'asNumber(u64be)', values: ['1', '2'] },
  'u16, endianness': { node: "u16.with(endianness.of('little'))", values: ['1', '2'] },
  f32le: { node: 'f32le', values: ['0', '1'] },
  f64be: { node: 'f64be', values: ['0', '1'] },
  'preserveNaN(f32be)': { node: 'preserveNaN(f32be)', values: ['0', '1'] },
  'uleb128(32)': { node: 'uleb128(32)', values: ['1', '2'] },
  'zigzag(64)': { node: 'zigzag(64)', values: ['1n', '2n'] },
  'preserve(uleb128(32))': { node: 'preserve(uleb128(32))', values: ['1', '2'] },
  bool: { node: 'bool', values: ['true', 'false'] },
  'preserve(bool)': { node: 'preserve(bool)', values: ['true', 'false'] },
  enumeration: { node: 'enumeration(u8, { one: 1, two: 2 })', values: ["'one'", "'two'"] },
  openEnumeration: { node: 'openEnumeration(u8, { one: 1, two: 2 })', values: ["'one'", "'two'"] },
  flags: {
    node: 'flags(u8, { low: 0, high: 7 })',
    values: ['{ low: true, high: false, unknown: 0 }', '{ low: false, high: true, unknown: 0 }'],
  },
  'a flag': { node: 'flags(u8, { low: 0, high: 7 })', values: ['true', 'false'], member: 'low' },
  'ubits(8)': { node: 'ubits(8)', values: ['1', '2'] },
  bits: {
    node: "bits('Word', u8, { low: ubits(4), high: ubits(4) }, msb0)",
    member: 'low',
    values: ['1', '2'],
  },
  'bytes(2)': { node: 'bytes(2)', values: ['Uint8Array.of(0, 1)', 'Uint8Array.of(0, 2)'] },
  'bytes(prefix)': { node: 'bytes(prefix(u8))', values: ['Uint8Array.of(1)', 'Uint8Array.of(2)'] },
  'bytes(toEnd)': { node: 'bytes(toEnd)', values: ['Uint8Array.of(1)', 'Uint8Array.of(2)'] },
  'bytes()': { node: 'bytes()', values: ['Uint8Array.of(1)', 'Uint8Array.of(2)'] },
  'bytes(terminated)': { node: "bytes(terminated('ff'))", values: ['Uint8Array.of(1)', 'Uint8Array.of(2)'] },
  'bytes(until)': {
    node: "struct('Line', { text: bytes(until(literal(u8, 0xff))), end: literal(u8, 0xff) })",
    values: ['{ text: Uint8Array.of(1) }', '{ text: Uint8Array.of(2) }'],
  },
  'string(2)': { node: "string(2, 'ascii')", values: ["'ab'", "'cd'"] },
  'string(cstring)': { node: "string(cstring, 'utf-8')", values: ["'a'", "'b'"] },
  'string(padded)': { node: "string(padded(4), 'ascii')", values: ["'a'", "'b'"] },
  'list of numbers': { node: 'list(u16be, 2)', values: ['Uint16Array.of(1, 2)', 'Uint16Array.of(3, 4)'] },
  'list of floats': { node: 'list(f32be, 1)', values: ['Float32Array.of(1)', 'Float32Array.of(2)'] },
  'list of structs': { node: "list(struct('Item', { a: u8 }), prefix(u8))", values: ['[]', '[{ a: 1 }]'] },
  'list, toEnd': { node: "list(struct('Item', { a: u8 }), toEnd)", values: ['[]', '[{ a: 1 }]'] },
  'list, endsWith': {
    node: "list(struct('Item', { a: u8 }), endsWith(literal(u8, 0xff)))",
    values: ['[]', '[{ a: 1 }]'],
  },
  'list, endsAfter': { node: "list(struct('Item', { a: u8 }), endsAfter(($) => $.a.eq(9)))" },
  struct: { node: "struct('Point', { a: u8, b: u8 })", values: ['{ a: 1, b: 2 }', '{ a: 3, b: 4 }'] },
  'empty struct': { node: "struct('Empty', {})", values: ['{}', '{}'] },
  union: {
    node: "struct('Chosen', { kind: derived(u8), body: union({ one: on(1, u8), two: on(2, u16be) }) }).where(($) => [$.kind.is(tagOf($.body))])",
  },
  firstOf: { node: "firstOf({ one: struct('One', { mark: literal(u8, 1), a: u8 }), other: u16be })" },
  search: {
    node: "search(wide, [true, false], struct('Searched', { a: bytes(wide.choose(2, 1)), mark: literal(u8, 0xff) }))",
  },
  literal: { node: 'literal(u8, 7)' },
  'literal(f64be, 0)': { node: 'literal(f64be, 0)' },
  reserved: { node: 'reserved(2)' },
  padding: { node: 'padding(2)' },
  align: { node: 'align(4)' },
  presence: { node: 'presence(literal(u8, 0xff))', values: ['true', 'false'] },
  lookahead: { node: 'lookahead(literal(u8, 0xff))', values: ['true', 'false'] },
  peek: { node: 'peek(u8)', values: ['1', '2'] },
  atEnd: { node: 'atEnd' },
  'optional(until a version)': { node: 'since(version, 2, u16be)', values: ['1', '2'] },
  processed: { node: 'processed(xor(0x5a), 2, u16be)', values: ['1', '2'] },
  'custom(number)': {
    node: "custom(external({ module: './own-code.js', export: 'dozens' }, dozens), { max: 1, type: 'number' })",
    values: ['12', '24'],
  },
};
