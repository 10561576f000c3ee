import type { DecodeErrorCode, EncodeErrorCode } from '@bytewright/runtime';

/** What `docs/errors.md` says about a code of decoders or encoders, besides its meaning. */
export interface ReadingFault<Given> {
  readonly cure: string;
  /** A schema as text, as for definition errors. */
  readonly schema: string;
  /** Bytes as hexadecimal digits, or the source text of a value. */
  readonly given: Given;
}

const TREE = `const Tree = struct('Tree', { more: derived(bool), get n() { return optional(Tree); } })
  .where(($) => [$.more.is(present($.n))]);
Tree`;

/** Every code of a decode error. */
export const decodeFaults: Readonly<Record<DecodeErrorCode, ReadingFault<string>>> = {
  'unexpected-end': {
    cure: 'The input is truncated, or a length in it is too large: compare the offset with the size of the file.',
    schema:
      "struct('Packet', { length: derived(u16be), data: bytes() }).where(($) => [$.length.is(byteLength($.data))])",
    given: '00 05 61 62',
  },
  'trailing-bytes': {
    cure: 'Pass only the bytes of one value, or add a last field `bytes(toEnd)` for the rest.',
    schema: "struct('Point', { x: u8, y: u8 })",
    given: '01 02 03',
  },
  'wrong-constant': {
    cure: 'The input has another format, or starts elsewhere; if the bytes may differ, do not make the field a constant.',
    schema: "struct('Image', { magic: literal(bytes(4), '89504e47'), size: u8 })",
    given: '47 49 46 38 05',
  },
  'invalid-text': {
    cure: 'Use the actual encoding of the text, or decode it as `bytes(…)`.',
    schema: "struct('Name', { name: string(prefix(u8)) })",
    given: '02 c3 28',
  },
  'invalid-value': {
    cure: 'The bytes are not a value of this type: use an integer instead of a bool, `openEnumeration` instead of `enumeration`.',
    schema: "struct('Reply', { status: enumeration(u8, { ok: 0, failed: 1 }) })",
    given: '07',
  },
  'check-failed': {
    cure: 'A check of the schema does not hold: the input is damaged, or the check is too strict.',
    schema: "struct('Header', { version: u8 }).where(($) => [check($.version.ge(2), 'version 2 or later')])",
    given: '01',
  },
  mismatch: {
    cure: 'A derived field does not match its formula: the input is damaged, or the relation is wrong.',
    schema:
      "struct('Packet', { data: bytes(2), sum: derived(u8) }).where(($) => [$.sum.is(byteLength($.data).plus(1))])",
    given: '61 62 07',
  },
  'unknown-tag': {
    cure: 'Add an arm for the tag, or add `otherwise` to the union.',
    schema:
      "struct('Packet', { kind: u8, body: union({ text: on(1, u8), size: on(2, u16be) }) }).where(($) => [$.body.tag($.kind)])",
    given: '03 00',
  },
  'no-arm': {
    cure: 'Add an alternative that accepts these bytes, or a last one that accepts any.',
    schema: "struct('Value', { body: firstOf({ yes: literal(u8, 1), no: literal(u8, 0) }) })",
    given: '02',
  },
  'no-boundary': {
    cure: 'The ending of the bytes is missing: the input is truncated or has another format.',
    schema: "struct('Line', { text: bytes(until(literal(u8, 10))), end: literal(u8, 10) })",
    given: '61 62 63',
  },
  overlap: {
    cure: 'Two offsets of the input lead to the same bytes; if the format allows that, decode them as bytes.',
    schema: `struct('File', { a: u8, b: u8, first: at(bytes(2)), second: at(bytes(2)) })
  .where(($) => [$.first.at($.a), $.second.at($.b)])`,
    given: '02 03 61 62 63',
  },
  'unclaimed-bytes': {
    cure: 'Add `gaps()` as the last field if there may be bytes that belong to no other field.',
    schema: "struct('File', { offset: u8, data: at(bytes(1)) }).where(($) => [$.data.at($.offset)])",
    given: '02 00 61',
  },
  'limit-exceeded': {
    cure: 'If the input is trusted, raise the limit with an option of `decode`.',
    schema: TREE,
    given: `${'01 '.repeat(2000)}00`,
  },
};

/** Every code of an encode error. */
export const encodeFaults: Readonly<Record<EncodeErrorCode, ReadingFault<string>>> = {
  'wrong-type': {
    cure: 'Use a value of the type inferred from the schema.',
    schema: "struct('Point', { x: u8, y: u8 })",
    given: "{ x: 1, y: '2' }",
  },
  'out-of-range': {
    cure: 'Use a number that the field can hold, or a wider field.',
    schema: "struct('Point', { x: u8, y: u8 })",
    given: '{ x: 1, y: 256 }',
  },
  'invalid-value': {
    cure: 'Use one of the values of the type.',
    schema: "struct('Reply', { status: enumeration(u8, { ok: 0, failed: 1 }) })",
    given: "{ status: 'fine' }",
  },
  'invalid-text': {
    cure: 'Use text that the encoding can represent.',
    schema: "struct('Name', { name: string(prefix(u8), 'ascii') })",
    given: "{ name: 'José' }",
  },
  'wrong-length': {
    cure: 'Use exactly the number of bytes, characters or elements that the schema requires.',
    schema: "struct('Key', { key: bytes(4) })",
    given: '{ key: Uint8Array.of(1, 2, 3) }',
  },
  'check-failed': {
    cure: 'Use a value that passes the check.',
    schema: "struct('Header', { version: u8 }).where(($) => [check($.version.ge(2), 'version 2 or later')])",
    given: '{ version: 1 }',
  },
  mismatch: {
    cure: 'Make the parts consistent, or omit those that follow from others.',
    schema:
      "struct('Lists', { n: derived(u8), a: list(u8), b: list(u8, prefix(u8)) }).where(($) => [$.n.is(count($.a)), $.n.is(count($.b))])",
    given: '{ a: Uint8Array.of(1, 2), b: Uint8Array.of(3) }',
  },
  'unknown-key': {
    cure: 'Correct or remove the key; derived fields and constants are not in the value.',
    schema: "struct('Point', { x: u8, y: u8 })",
    given: '{ x: 1, y: 2, z: 3 }',
  },
  'unknown-tag': {
    cure: "Use the name of one of the union's arms as `type`.",
    schema:
      "struct('Packet', { kind: derived(u8), body: union({ text: on(1, u8) }) }).where(($) => [$.kind.is(tagOf($.body))])",
    given: "{ body: { type: 'image', value: 1 } }",
  },
  overlap: {
    cure: 'Use offsets at which the parts do not overlap.',
    schema: `struct('File', { a: u8, b: u8, first: at(bytes(2)), second: at(bytes(2)) })
  .where(($) => [$.first.at($.a), $.second.at($.b)])`,
    given: '{ a: 2, b: 3, first: Uint8Array.of(1, 2), second: Uint8Array.of(3, 4) }',
  },
  'unclaimed-bytes': {
    cure: 'Use offsets that leave no bytes between the parts, or add `gaps()` to the schema.',
    schema: "struct('File', { offset: u8, data: at(bytes(1)) }).where(($) => [$.data.at($.offset)])",
    given: '{ offset: 2, data: Uint8Array.of(1) }',
  },
  ambiguous: {
    cure: 'The bytes would decode as another value: use a value that the schema can distinguish, or add a tag to the schema.',
    schema: "struct('Line', { text: bytes(until(literal(u8, 10))), end: literal(u8, 10) })",
    given: '{ text: Uint8Array.of(97, 10, 98) }',
  },
  'limit-exceeded': {
    cure: 'Raise the limit with an option of `encode`.',
    schema: TREE,
    given: 'Array.from({ length: 2000 }).reduce((n) => ({ n }), {})',
  },
};
