export { externalFunction } from '../language/external.js';
export * from './analysis/arm-tags.js';
export * from './analysis/attempts.js';
export { bitFieldOf, type FixedBits, fieldGroups, fixedBits } from './analysis/bit-runs.js';
export * from './analysis/candidates.js';
export { type Children, childrenOf, structsIn, visitNodes } from './analysis/children.js';
export { comparesContent, equatedContent, isShown } from './analysis/content.js';
export { type EncodeSource, encodeSources, type SourceStep } from './analysis/encode-sources.js';
export {
  type ExpressionContext,
  nodeOf,
  typeOfExpression,
} from './analysis/expression-context.js';
export { externalsOf } from './analysis/externals.js';
export { type FieldNode, fieldNode } from './analysis/field-node.js';
export { areDisjoint, type FirstBytes, firstBytes } from './analysis/first-bytes.js';
export { fixedOffset } from './analysis/fixed-offset.js';
export { fruitlessPayments } from './analysis/fruitless-payments.js';
export { holdsValue } from './analysis/holds-value.js';
export { isComputed } from './analysis/is-computed.js';
export { keysNotCompared, keysNotComparedOf } from './analysis/keys-not-compared.js';
export { leadingBytes } from './analysis/leading-bytes.js';
export { mayBeAbsent } from './analysis/may-be-absent.js';
export { mayBeInexact } from './analysis/may-be-inexact.js';
export { givesNegativeZero, mayBeNegativeZero } from './analysis/may-be-negative-zero.js';
export { type Operand, operandsOf, type ShownOperands } from './analysis/operands-of.js';
export { isPositioned, ownsRegion, placedNode } from './analysis/positioned.js';
export { rootParameters } from './analysis/root-parameters.js';
export { type SearchCondition, searchCondition } from './analysis/search-condition.js';
export { type SearchShape, searchShape } from './analysis/search-shape.js';
export { type SearchedParameter, searchedParameters, searchedRoot } from './analysis/searched-root.js';
export {
  numberBounds,
  type SizeBounds,
  sizeBounds,
} from './analysis/size-bounds.js';
export { spanHolds } from './analysis/spans.js';
export * from './analysis/struct-named.js';
export * from './analysis/union-field.js';
export {
  givenKeys,
  isOmissible,
  type KeySet,
  type KeySets,
  keysOfFlags,
  keysOfStruct,
  keysOfUnion,
  mergedAlternatives,
} from './analysis/value-keys.js';
export { virtualHeaders, virtualValues } from './analysis/virtual-values.js';
export * from './checksum.js';
export { checkLiteral } from './compile/check-literal.js';
export { freezeDeep } from './compile/freeze-deep.js';
export { freeParameters, parametersRead } from './compile/with-parameters.js';
export { irOf } from './compile.js';
export * from './datum.js';
export { boundaryLabel, describeNode, endingText, terminatorLabel } from './describe-node.js';
export * from './expression.js';
export * from './extent.js';
export * from './metadata.js';
export * from './node.js';
export * from './nodes/bits.js';
export * from './nodes/byte-order.js';
export * from './nodes/custom.js';
export * from './nodes/enumeration.js';
export * from './nodes/flags.js';
export * from './nodes/float.js';
export * from './nodes/integer.js';
export * from './nodes/numeric.js';
export * from './nodes/string.js';
export * from './nodes/typed-array-of.js';
export * from './nodes/varint.js';
export { plainValue } from './plain-value.js';
export { printExpression } from './print-expression.js';
export { printable } from './printable.js';
export * from './processor.js';
export * from './schema.js';
export { SchemaError } from './schema-error.js';
export type { SchemaErrorCode } from './schema-error-code.js';
export { formulaLabel, valueLabel } from './value-label.js';
