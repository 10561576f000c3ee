export type { CustomCodec, CustomReading } from '@bytewright/runtime';
export {
  DecodeError,
  type DecodeOptions,
  EncodeError,
  isDecodeError,
  isEncodeError,
  type NaNBits,
} from '@bytewright/runtime';
export { type CompileOptions, irOf } from './compile/ir-of.js';
export { decode } from './interpreter/decode.js';
export { encode, encodeRoot } from './interpreter/encode.js';
export { type Explanation, type ExplanationResult, explain } from './interpreter/explain.js';
export { sizeOf } from './interpreter/size-of.js';
export { SchemaError } from './ir/schema-error.js';
export type { SchemaErrorCode } from './ir/schema-error-code.js';
export { type AlignOptions, align } from './language/align.js';
export { asNumber } from './language/as-number.js';
export { type AtEach, at, atEach, type Gap, gaps, tail } from './language/at.js';
export { type BitOrder, type BitsValue, bit, ibits, lsb0, msb0, ubits } from './language/bit-order.js';
export { bits } from './language/bits.js';
export { bool } from './language/bool.js';
export { bytes } from './language/bytes.js';
export {
  type Checksum,
  type Covered,
  checksum,
  crc32,
  internetChecksum,
  type Span,
  span,
  type VirtualHeader,
  virtual,
} from './language/checksum.js';
export { computed } from './language/computed.js';
export { type CustomOptions, custom } from './language/custom.js';
export type { Demands } from './language/demands.js';
export { derived } from './language/derived.js';
export { type ElementEnding, endsAfter, whilePeek } from './language/element.js';
export { endianness } from './language/endianness.js';
export { enumeration, openEnumeration } from './language/enumeration.js';
export { constant, type Expr } from './language/expression.js';
export { type Ending, endsWith, prefix, type Size, toEnd, until } from './language/extent.js';
export { type External, external } from './language/external.js';
export { field } from './language/field.js';
export { type FirstOfOptions, firstOf } from './language/first-of.js';
export { type FlagSet, type Flags, type FlagsOptions, flags } from './language/flags.js';
export * from './language/floats.js';
export * from './language/integers.js';
export { type ListOf, list } from './language/list.js';
export { literal } from './language/literal.js';
export { atEnd, lookahead, type Peek, peek, presence } from './language/look-ahead.js';
export {
  type Hidden,
  type Infer,
  isNode,
  type Keeping,
  type Node,
  type NodeBase,
  type NumberNode,
  type Omissible,
  type Wrapper,
} from './language/node.js';
export { type Optional, optional } from './language/optional.js';
export { padded } from './language/padded.js';
export { type Binding, type Parameter, type ParameterOptions, parameter } from './language/parameter.js';
export { type Preservable, preserve } from './language/preserve.js';
export { bijection, type Processor, processed, rotateLeft, swapBytes, xor } from './language/processed.js';
export {
  byteLength,
  count,
  type ElementReference,
  type MemberReference,
  offsetOf,
  present,
  type Reference,
  type References,
  tagOf,
} from './language/reference.js';
export { check, type Relation } from './language/relation.js';
export { padding, reserved } from './language/reserved.js';
export { type SearchOptions, search } from './language/search.js';
export { before, between, since } from './language/since.js';
export { sized } from './language/sized.js';
export { string } from './language/string.js';
export { type Fields, type FlatStruct, type Struct, struct, type Value } from './language/struct.js';
export { cstring, terminated } from './language/terminated.js';
export {
  type Arm,
  type FirstOf,
  type ManyTagged,
  on,
  range,
  type Tag,
  type TagRange,
  type Union,
  type UnionOptions,
  union,
} from './language/union.js';
export { type Padded, sleb128, uleb128, type Varint, type VarintValue, zigzag } from './language/varints.js';
