import type {
  BitsNode,
  BitWord,
  EnumerationMember,
  EnumerationNode,
  FlagMember,
  FlagsNode,
  FloatNode,
  IntegerNode,
  LiteralNode,
  NumericNode,
  VarintNode,
} from '@bytewright/schema-dsl/ir';
import {
  checkLiteral,
  FLOAT_TYPES,
  INTEGER_TYPES,
  SchemaError,
  WIDEST_BIT_FIELD,
} from '@bytewright/schema-dsl/ir';
import { constant } from './constants.js';
import { leftOut, record, variant } from './record.js';
import type { Place, Shape } from './shape.js';
import { listOf, oneOf, onlyTrue, text, truth, whole } from './shape.js';

/** Most bits of an integer of variable length. */
const WIDEST_VARINT = 128;

/** Most bytes of the word that bit fields share: as many as the widest field may straddle, with room for its neighbours. */
const WIDEST_WORD = 4096;

/** An integer of fixed width. */
export const integer: Shape<IntegerNode> = record<IntegerNode>({
  kind: oneOf(['integer']),
  type: oneOf(INTEGER_TYPES),
  asNumber: leftOut(onlyTrue),
});

/** An integer of variable length. */
export const varint: Shape<VarintNode> = record<VarintNode>({
  kind: oneOf(['varint']),
  encoding: oneOf(['uleb128', 'sleb128', 'zigzag']),
  bits: whole(1, WIDEST_VARINT),
  preserve: leftOut(onlyTrue),
});

/** A floating-point number. */
export const float: Shape<FloatNode> = record<FloatNode>({
  kind: oneOf(['float']),
  type: oneOf(FLOAT_TYPES),
  preserve: leftOut(onlyTrue),
});

/** An integer. */
export const numeric: Shape<NumericNode> = variant<NumericNode>('kind', { integer, varint });

const word = record<BitWord>({ size: whole(1, WIDEST_WORD), littleEndian: truth });

/** A bit field. */
export const bits: Shape<BitsNode> = record<BitsNode>({
  kind: oneOf(['bits']),
  type: oneOf(['boolean', 'unsigned', 'signed']),
  width: whole(1, WIDEST_BIT_FIELD),
  shift: whole(0, 8 * WIDEST_WORD),
  position: whole(0, 8 * WIDEST_WORD),
  word,
});

const named = record<EnumerationNode>({
  kind: oneOf(['enumeration']),
  node: variant<NumericNode | BitsNode>('kind', { integer, varint, bits }),
  members: listOf(record<EnumerationMember>({ name: text, value: constant })),
  open: leftOut(onlyTrue),
});

/** An integer with names. */
export const enumeration: Shape<EnumerationNode> = (value, place) => {
  const read = named(value, place);
  for (const [i, member] of read.members.entries())
    writable({ kind: 'literal', node: read.node, value: member.value }, place.at('members').item(i));
  return read;
};

/** A constant must be what its node writes. @throws SnapshotError */
export function writable(literal: LiteralNode, place: Place): void {
  try {
    checkLiteral(literal, '');
  } catch (error) {
    if (error instanceof SchemaError) throw place.fault(error.problem);
    throw error;
  }
}

/** An integer as a set of bits. */
export const flags: Shape<FlagsNode> = record<FlagsNode>({
  kind: oneOf(['flags']),
  node: numeric,
  flags: listOf(record<FlagMember>({ name: text, bit: whole(0, WIDEST_BIT_FIELD - 1) })),
  strict: leftOut(onlyTrue),
});
