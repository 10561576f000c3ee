import type { DecodeErrorCode, EncodeErrorCode } from '@bytewright/runtime';

/** What `docs/errors.md` says of a code of decoders or encoders beside its meaning. */
export interface ReadingFault<Given> {
  readonly cure: string;
  /** A schema, as a text like those of definition errors. */
  readonly schema: string;
  /** Bytes in hexadecimal digits, or the text of a value. */
  readonly given: Given;
}

const TREE = `const Tree = struct('Tree', { more: derived(bool), get n() { return optional(Tree); } })
  .where(($) => [$.more.is(present($.n))]);
Tree`;

/** Every code of a decode error. */
export const decodeFaults: Readonly<Record<DecodeErrorCode, ReadingFault<string>>> = {
  'unexpected-end': {
    cure: 'The input is cut off, or a length in it is too large: compare the offset with the size of the file.',
    schema:
      "struct('Packet', { length: derived(u16be), data: bytes() }).where(($) => [$.length.is(byteLength($.data))])",
    given: '00 05 61 62',
  },
  'trailing-bytes': {
    cure: 'Give the decoder only the bytes of one value, or let a last field `bytes(toEnd)` take the rest.',
    schema: "struct('Point', { x: u8, y: u8 })",
    given: '01 02 03',
  },
  'wrong-constant': {
    cure: 'The input is of another format, or begins elsewhere; if the bytes may differ, do not make the field a constant.',
    schema: "struct('Image', { magic: literal(bytes(4), '89504e47'), size: u8 })",
    given: '47 49 46 38 05',
  },
  'invalid-text': {
    cure: 'Choose the encoding that the text has, or read it as `bytes(…)`.',
    schema: "struct('Name', { name: string(prefix(u8)) })",
    given: '02 c3 28',
  },
  'invalid-value': {
    cure: 'The bytes have no value in this type: read an integer instead of a bool, `openEnumeration` instead of `enumeration`.',
    schema: "struct('Reply', { status: enumeration(u8, { ok: 0, failed: 1 }) })",
    given: '07',
  },
  'check-failed': {
    cure: 'A check of the schema does not hold: the input is damaged, or the check is too strict.',
    schema: "struct('Header', { version: u8 }).where(($) => [check($.version.ge(2), 'version 2 or later')])",
    given: '01',
  },
  mismatch: {
    cure: 'A derived field disagrees with what it follows from: the input is damaged, or the relation is not that of the format.',
    schema:
      "struct('Packet', { data: bytes(2), sum: derived(u8) }).where(($) => [$.sum.is(byteLength($.data).plus(1))])",
    given: '61 62 07',
  },
  'unknown-tag': {
    cure: 'Add an arm for the tag, or give the union `otherwise`.',
    schema:
      "struct('Packet', { kind: u8, body: union({ text: on(1, u8), size: on(2, u16be) }) }).where(($) => [$.body.tag($.kind)])",
    given: '03 00',
  },
  'no-arm': {
    cure: 'Add an alternative that takes these bytes, or a last one that takes any.',
    schema: "struct('Value', { body: firstOf({ yes: literal(u8, 1), no: literal(u8, 0) }) })",
    given: '02',
  },
  'no-boundary': {
    cure: 'What ends the bytes is missing, so the input is cut off or of another format.',
    schema: "struct('Line', { text: bytes(until(literal(u8, 10))), end: literal(u8, 10) })",
    given: '61 62 63',
  },
  overlap: {
    cure: 'Two offsets of the input lead to the same bytes; if the format allows that, read them as bytes.',
    schema: `struct('File', { a: u8, b: u8, first: at(bytes(2)), second: at(bytes(2)) })
  .where(($) => [$.first.at($.a), $.second.at($.b)])`,
    given: '02 03 61 62 63',
  },
  'unclaimed-bytes': {
    cure: 'Add `gaps()` as the last field if there may be bytes that nothing speaks of.',
    schema: "struct('File', { offset: u8, data: at(bytes(1)) }).where(($) => [$.data.at($.offset)])",
    given: '02 00 61',
  },
  'limit-exceeded': {
    cure: 'Raise the limit by an option of `decode` if the input is trusted.',
    schema: TREE,
    given: `${'01 '.repeat(2000)}00`,
  },
};

/** Every code of an encode error. */
export const encodeFaults: Readonly<Record<EncodeErrorCode, ReadingFault<string>>> = {
  'wrong-type': {
    cure: 'Give a value of the type that the schema infers.',
    schema: "struct('Point', { x: u8, y: u8 })",
    given: "{ x: 1, y: '2' }",
  },
  'out-of-range': {
    cure: 'Give a number that the field can hold, or use a wider field.',
    schema: "struct('Point', { x: u8, y: u8 })",
    given: '{ x: 1, y: 256 }',
  },
  'invalid-value': {
    cure: 'Give one of the values that the type has.',
    schema: "struct('Reply', { status: enumeration(u8, { ok: 0, failed: 1 }) })",
    given: "{ status: 'fine' }",
  },
  'invalid-text': {
    cure: 'Give text that the encoding can write.',
    schema: "struct('Name', { name: string(prefix(u8), 'ascii') })",
    given: "{ name: 'José' }",
  },
  'wrong-length': {
    cure: 'Give as many bytes, characters or elements as the schema fixes.',
    schema: "struct('Key', { key: bytes(4) })",
    given: '{ key: Uint8Array.of(1, 2, 3) }',
  },
  'check-failed': {
    cure: 'Give a value for which the check holds.',
    schema: "struct('Header', { version: u8 }).where(($) => [check($.version.ge(2), 'version 2 or later')])",
    given: '{ version: 1 }',
  },
  mismatch: {
    cure: 'Give parts that agree, or leave out what follows from the others.',
    schema:
      "struct('Lists', { n: derived(u8), a: list(u8), b: list(u8, prefix(u8)) }).where(($) => [$.n.is(count($.a)), $.n.is(count($.b))])",
    given: '{ a: Uint8Array.of(1, 2), b: Uint8Array.of(3) }',
  },
  'unknown-key': {
    cure: 'Correct or leave out the key; derived fields and constants are in no value.',
    schema: "struct('Point', { x: u8, y: u8 })",
    given: '{ x: 1, y: 2, z: 3 }',
  },
  'unknown-tag': {
    cure: 'Name an arm that the union has as its `type`.',
    schema:
      "struct('Packet', { kind: derived(u8), body: union({ text: on(1, u8) }) }).where(($) => [$.kind.is(tagOf($.body))])",
    given: "{ body: { type: 'image', value: 1 } }",
  },
  overlap: {
    cure: 'Give offsets at which the parts lie behind one another.',
    schema: `struct('File', { a: u8, b: u8, first: at(bytes(2)), second: at(bytes(2)) })
  .where(($) => [$.first.at($.a), $.second.at($.b)])`,
    given: '{ a: 2, b: 3, first: Uint8Array.of(1, 2), second: Uint8Array.of(3, 4) }',
  },
  'unclaimed-bytes': {
    cure: 'Give offsets that leave no bytes between the parts, or add `gaps()` to the schema.',
    schema: "struct('File', { offset: u8, data: at(bytes(1)) }).where(($) => [$.data.at($.offset)])",
    given: '{ offset: 2, data: Uint8Array.of(1) }',
  },
  ambiguous: {
    cure: 'The bytes would be read as another value: give one that the schema can tell apart, or a schema with a tag.',
    schema: "struct('Line', { text: bytes(until(literal(u8, 10))), end: literal(u8, 10) })",
    given: '{ text: Uint8Array.of(97, 10, 98) }',
  },
  'limit-exceeded': {
    cure: 'Raise the limit by an option of `encode`.',
    schema: TREE,
    given: 'Array.from({ length: 2000 }).reduce((n) => ({ n }), {})',
  },
};
