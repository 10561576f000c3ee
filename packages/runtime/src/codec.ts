// The door of generated code: everything that it calls, of the same version as its output format. For what people write by hand
// the other door is enough.
export type {
  AnyReadingArm,
  AnyWritingArm,
  ArmValue,
  ReadingArm,
  ReadingArms,
  ReadingArmsOf,
  SearchedValues,
  WritingArm,
  WritingArms,
  WritingArmsOf,
} from './arms/arm.js';
export { extendArms, tagged } from './arms/arm.js';
export type { AnyArmTable, ArmTable, Candidate, ChoiceOptions, Demand } from './arms/arm-table.js';
export { armTable } from './arms/arm-table.js';
export { matchArm, readArm } from './arms/read-arm.js';
export { matchSearched, measureSearched, readSearched, writeSearched } from './arms/searched.js';
export {
  measureArm,
  writeArm,
  writeDerivedArm,
  writeNoArm,
  writeNoPeekedArm,
  writePeekedArm,
} from './arms/write-arm.js';
export { type WritingTable, writingTable } from './arms/writing-table.js';
export { canAffordReading } from './backtracking/can-afford-reading.js';
export { chargeBacktracking, tryCharge } from './backtracking/charge-backtracking.js';
export { isSpent } from './backtracking/is-spent.js';
export { type FailedChoice, noArm } from './backtracking/no-arm.js';
export { parameterOfLength } from './backtracking/parameter-of-length.js';
export { solveParameter } from './backtracking/solve-parameter.js';
export { withoutStacks } from './backtracking/without-stacks.js';
export { trimFill, writeFill } from './bytes/padded.js';
export { findTerminator, writeTerminator } from './bytes/terminated.js';
export { checkGiven } from './check/check-given.js';
export { checkKeys } from './check/check-keys.js';
export { checkLength } from './check/check-length.js';
export { checkPresence } from './check/check-presence.js';
export { checkTag } from './check/check-tag.js';
export { checkUnknownBits } from './check/check-unknown-bits.js';
export {
  checkBigint,
  checkBoolean,
  checkBooleanByte,
  checkBytes,
  checkDepth,
  checkInteger,
  checkList,
  checkObject,
  checkScalar,
  checkSize,
  checkTypedArray,
} from './check/check-values.js';
export {
  i8,
  i16,
  i16be,
  i16le,
  i32,
  i32be,
  i32le,
  i64,
  i64be,
  i64le,
  u8,
  u16,
  u16be,
  u16le,
  u32,
  u32be,
  u32le,
  u64,
  u64be,
  u64le,
} from './check/wire-integers.js';
export { checksumOf, isChecksum, thrownText } from './checksums/checksum-of.js';
export { blankedSpan, joinBytes, spanOf, virtualBytes } from './checksums/covered-bytes.js';
export { crc32 } from './checksums/crc32.js';
export { internetChecksum } from './checksums/internet-checksum.js';
export { customAt, customBytes } from './custom/custom-at.js';
export type { CustomCodec, CustomReading, CustomType, CustomValue } from './custom/custom-codec.js';
export { atOffset } from './errors/at-offset.js';
export { atPath } from './errors/at-path.js';
export { bytesAhead } from './errors/bytes-ahead.js';
export { grownValue, shrunkValue } from './errors/changed-value.js';
export { checkFailed, valueFailed } from './errors/check-failed.js';
export { DecodeError, type DecodeErrorDetails, isDecodeError } from './errors/decode-error.js';
export { describe, describeResult } from './errors/describe.js';
export { describeArms } from './errors/describe-arms.js';
export { EncodeError, type EncodeErrorDetails, isEncodeError } from './errors/encode-error.js';
export type { DecodeErrorCode, EncodeErrorCode } from './errors/error-codes.js';
export {
  byteCount,
  decodeFailure,
  encodeFailure,
  trailingBytes,
  unexpectedEnd,
} from './errors/failures.js';
export { joinPath } from './errors/join-path.js';
export { listed } from './errors/listed.js';
export { missingField } from './errors/missing-field.js';
export { noMember } from './errors/no-member.js';
export { presenceTexts } from './errors/presence-texts.js';
export { decodeErrorOf, encodeErrorOf, isStackOverflow, outOfStack } from './errors/stack-overflow.js';
export { unlikeTexts } from './errors/unlike-texts.js';
export { noBoundary, wrongConstant } from './errors/wrong-constant.js';
export type { DeferredCharge } from './input/deferred-charge.js';
export {
  budgetFor,
  chargeSearch,
  closeInput,
  type DecodeOptions,
  emptyElementBudget,
  enterStruct,
  type Input,
  inputAhead,
  leaveStruct,
  openInput,
  takeBytes,
  takeElements,
  takeEmptyElements,
} from './input/input.js';
export { depthTexts, elementTexts } from './input/limit-texts.js';
export { DEFAULT_LIMITS, GREATEST_DEPTH, type Limits, resolveLimits } from './input/limits.js';
export { noteReach } from './input/note-reach.js';
export { type Coverage, type CoveredRange, openCoverage } from './layout/coverage.js';
export type { Gap } from './layout/gap.js';
export { checkPadding, findOther, paddingTo, takePadding, writePadding } from './layout/padding.js';
export { closeCoverage, cover, positionAt, takeGaps } from './layout/read-coverage.js';
export { coverPart, placeGaps, sizeOfCoverage, writeGaps, writePosition } from './layout/write-coverage.js';
export { sizeOfFixedList } from './lists/size-of-fixed-list.js';
export { startList } from './lists/start-list.js';
export { readMember } from './members/read-member.js';
export { sizeOfMember } from './members/size-of-member.js';
export { writeMember } from './members/write-member.js';
export { readBitsBe, readBitsLe, writeBitsBe, writeBitsLe } from './numbers/bits.js';
export { computeNumber } from './numbers/compute-number.js';
export {
  checkFloat,
  checkFloatOrNaN,
  describeNaN,
  getFloat16,
  isCanonicalNaN,
  keepNaN,
  type NaNBits,
  setFloat,
  withoutPayload,
} from './numbers/floats.js';
export { getBigInt, getBigUint, getInt, getUint, setBigInt, setInt } from './numbers/odd-integers.js';
export {
  readBigInt64Array,
  readBigUint64Array,
  readFloat32Array,
  readFloat64Array,
  readInt8Array,
  readInt16Array,
  readInt32Array,
  readUint8Array,
  readUint16Array,
  readUint32Array,
} from './numbers/read-number-arrays.js';
export {
  bigVarintAt,
  endOfVarint,
  invalidVarint,
  varintAt,
  withoutPadding,
  withPadding,
} from './numbers/read-varint.js';
export { getSafeInt64, getSafeUint64, setSafeInt64 } from './numbers/safe-integers.js';
export {
  VARINT_NUMBER_BITS,
  type VarintEncoding,
  varintLabel,
  varintLimit,
  varintRange,
} from './numbers/varint-encoding.js';
export { writeF32be, writeF32le, writeF64be, writeF64le } from './numbers/write-floats.js';
export {
  writeBigInt64Array,
  writeBigUint64Array,
  writeFloat32Array,
  writeFloat64Array,
  writeInt8Array,
  writeInt16Array,
  writeInt32Array,
  writeUint8Array,
  writeUint16Array,
  writeUint32Array,
} from './numbers/write-number-arrays.js';
export {
  checkedVarintSize,
  checkPaddedVarint,
  checkVarint,
  type PaddedVarint,
  paddedVarintSize,
  varintSize,
  writePaddedVarint,
  writeVarint,
} from './numbers/write-varint.js';
export {
  writeI64,
  writeI64be,
  writeI64le,
  writeU64,
  writeU64be,
  writeU64le,
} from './numbers/write-wide-integers.js';
export { decideMatch } from './output/decide-match.js';
export type { EncodeOptions } from './output/encode-options.js';
export { type Nesting, nestedIn, openNesting } from './output/nesting.js';
export {
  ambiguousAt,
  confirmDecisions,
  createOutput,
  type Decision,
  type Doubt,
  decide,
  endIn,
  type Output,
  TOO_COSTLY,
  writeEmptyElements,
} from './output/output.js';
export { writeBytes } from './output/write-bytes.js';
export { writeFixedBytes } from './output/write-fixed-bytes.js';
export { keyBytes, processBytes, reverseGroups, rotateBytes, xorBytes } from './processors/processors.js';
export { matchRegion, readRegion, writeRegion } from './processors/regions.js';
export { decodeRoot } from './roots/decode-root.js';
export { decodeSearchedRoot } from './roots/decode-searched-root.js';
export { encodeAtOnce } from './roots/encode-at-once.js';
export { encodeRoot } from './roots/encode-root.js';
export { encodeSearchedRoot, sizeOfSearchedRoot } from './roots/encode-searched-root.js';
export { sizeOfRoot } from './roots/size-of-root.js';
export { decodeText, textAt } from './text/decode-text.js';
export { encodeText, textSize, writeText } from './text/encode-text.js';
export { hexByte, hexOf } from './text/hex.js';
export { isOfClass } from './text/is-of-class.js';
export { isTextOfClass } from './text/is-text-of-class.js';
export { latin1Text } from './text/latin1-text.js';
export { takeText } from './text/take-text.js';
export type { TextEncoding } from './text/text-encoding.js';
export { isUtf16 } from './text/utf16.js';
export { equalValues } from './values/equal-values.js';
export {
  afterLast,
  equalBytes,
  exactBigint,
  exactDifference,
  exactProduct,
  exactQuotient,
  exactSum,
  isSize,
  safeNumber,
  selectsArm,
} from './values/exact.js';
export { memberOf } from './values/member-of.js';
export { normalizeZero } from './values/normalize-zero.js';
export type {
  ComparedArm,
  ComparedPart,
  ComparedStruct,
  HiddenMembers,
  NotCompared,
} from './values/not-compared.js';
export type { NumberArray, NumberArrays } from './values/number-array.js';
