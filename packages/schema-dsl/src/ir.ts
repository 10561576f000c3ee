export { checkLiteral } from './compile/check-literal.js';
export { freezeDeep } from './compile/freeze-deep.js';
export { irOf } from './compile/ir-of.js';
export * from './ir/analysis/alternatives.js';
export * from './ir/analysis/arm-tags.js';
export { bitFieldOf, type FixedBits, fieldGroups, fixedBits } from './ir/analysis/bit-runs.js';
export * from './ir/analysis/candidates.js';
export { type Children, childrenOf, structsIn, visitNodes } from './ir/analysis/children.js';
export { comparesContent, equatedContent, isShown } from './ir/analysis/content.js';
export { type EncodeSource, encodeSources, type SourceStep } from './ir/analysis/encode-sources.js';
export {
  type ExpressionContext,
  nodeOf,
  typeOfExpression,
} from './ir/analysis/expression-context.js';
export { externalsOf } from './ir/analysis/externals.js';
export { type FieldNode, fieldNode } from './ir/analysis/field-node.js';
export { areDisjoint, type FirstBytes, firstBytes } from './ir/analysis/first-bytes.js';
export { fixedOffset } from './ir/analysis/fixed-offset.js';
export { fruitlessPayments } from './ir/analysis/fruitless-payments.js';
export { holdsValue } from './ir/analysis/holds-value.js';
export { isComputed } from './ir/analysis/is-computed.js';
export { keysNotCompared, keysNotComparedOf } from './ir/analysis/keys-not-compared.js';
export { leadingBytes } from './ir/analysis/leading-bytes.js';
export { mayBeAbsent } from './ir/analysis/may-be-absent.js';
export { mayBeInexact } from './ir/analysis/may-be-inexact.js';
export { givesNegativeZero, mayBeNegativeZero } from './ir/analysis/may-be-negative-zero.js';
export { type Operand, operandsOf, type ShownOperands } from './ir/analysis/operands-of.js';
export { isPositioned, ownsRegion, placedNode } from './ir/analysis/positioned.js';
export { rootParameters } from './ir/analysis/root-parameters.js';
export { type SearchCondition, searchCondition } from './ir/analysis/search-condition.js';
export { type SearchShape, searchShape } from './ir/analysis/search-shape.js';
export { type SearchedParameter, searchedParameters, searchedRoot } from './ir/analysis/searched-root.js';
export {
  numberBounds,
  type SizeBounds,
  sizeBounds,
} from './ir/analysis/size-bounds.js';
export { spanHolds } from './ir/analysis/spans.js';
export * from './ir/analysis/struct-named.js';
export * from './ir/analysis/union-field.js';
export {
  givenKeys,
  isOmissible,
  type KeySet,
  type KeySets,
  keysOfFlags,
  keysOfStruct,
  keysOfUnion,
  mergedAlternatives,
} from './ir/analysis/value-keys.js';
export { virtualHeaders, virtualValues } from './ir/analysis/virtual-values.js';
export { freeParameters, parametersRead } from './ir/analysis/with-parameters.js';
export * from './ir/checksum.js';
export * from './ir/datum.js';
export { boundaryLabel, describeNode, endingText, terminatorLabel } from './ir/describe-node.js';
export * from './ir/expression.js';
export * from './ir/extent.js';
export type { ExternalIR } from './ir/external.js';
export * from './ir/metadata.js';
export * from './ir/node.js';
export * from './ir/nodes/bits.js';
export * from './ir/nodes/byte-order.js';
export * from './ir/nodes/custom.js';
export * from './ir/nodes/enumeration.js';
export * from './ir/nodes/flags.js';
export * from './ir/nodes/float.js';
export * from './ir/nodes/integer.js';
export * from './ir/nodes/numeric.js';
export * from './ir/nodes/string.js';
export * from './ir/nodes/typed-array-of.js';
export * from './ir/nodes/varint.js';
export { plainValue } from './ir/plain-value.js';
export { printExpression } from './ir/print-expression.js';
export { printable } from './ir/printable.js';
export * from './ir/processor.js';
export * from './ir/schema.js';
export { SchemaError } from './ir/schema-error.js';
export type { SchemaErrorCode } from './ir/schema-error-code.js';
export { formulaLabel, valueLabel } from './ir/value-label.js';
export { externalFunction } from './language/external.js';
