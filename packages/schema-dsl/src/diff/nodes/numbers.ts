import type { BitsNode } from '../../ir/nodes/bits.js';
import { bitsTraits } from '../../ir/nodes/bits.js';
import type { ByteOrder } from '../../ir/nodes/byte-order.js';
import type { FloatNode } from '../../ir/nodes/float.js';
import { floatTraits } from '../../ir/nodes/float.js';
import type { IntegerNode } from '../../ir/nodes/integer.js';
import { integerTraits } from '../../ir/nodes/integer.js';
import type { VarintNode } from '../../ir/nodes/varint.js';
import { varintTraits } from '../../ir/nodes/varint.js';
import type { Place } from '../comparison.js';

/** Whether a value is a number or a bigint is visible in the types. */
const scalarSource = (before: boolean, after: boolean): { source?: 'changed' } =>
  before === after ? {} : { source: 'changed' };

const orderText = (order: ByteOrder | undefined): string =>
  order === undefined ? 'given by the parameter endianness' : `${order}-endian`;

export function compareIntegers(before: IntegerNode, after: IntegerNode, place: Place): void {
  const [was, is] = [integerTraits(before), integerTraits(after)];
  const source = scalarSource(was.bigint, is.bigint);
  if (was.size !== is.size) place.tell('width', before.type, after.type, source);
  if (was.signed !== is.signed) place.tell('signedness', before.type, after.type);
  if (was.byteOrder !== is.byteOrder && was.size > 1 && is.size > 1)
    place.tell('byte-order', orderText(was.byteOrder), orderText(is.byteOrder));
  if (was.size === is.size && before.asNumber !== after.asNumber)
    place.tell(
      after.asNumber ? 'range-narrowed' : 'range-widened',
      before.asNumber ? 'safe integers' : before.type,
      after.asNumber ? 'safe integers' : after.type,
      source,
    );
}

export function compareFloats(before: FloatNode, after: FloatNode, place: Place): void {
  const [was, is] = [floatTraits(before), floatTraits(after)];
  if (was.size !== is.size) place.tell('width', before.type, after.type);
  if (was.byteOrder !== is.byteOrder)
    place.tell('byte-order', orderText(was.byteOrder), orderText(is.byteOrder));
  comparePreserve(before, after, place);
}

export function compareVarints(before: VarintNode, after: VarintNode, place: Place): void {
  const [was, is] = [varintTraits(before), varintTraits(after)];
  place.tellIfOther('varint-encoding', before.encoding, after.encoding);
  if (before.bits !== after.bits)
    place.tell(
      after.bits > before.bits ? 'range-widened' : 'range-narrowed',
      was.label,
      is.label,
      scalarSource(was.bigint, is.bigint),
    );
  comparePreserve(before, after, place);
}

/** Bit fields: their positions and their types. */
export function compareBits(before: BitsNode, after: BitsNode, place: Place): void {
  const [was, is] = [bitsTraits(before), bitsTraits(after)];
  place.tellIfOther('bit-layout', layoutOf(before), layoutOf(after));
  if (before.type === after.type) return;
  if (before.type === 'boolean' || after.type === 'boolean')
    place.tell('interpretation', was.label, is.label);
  else place.tell('signedness', was.label, is.label);
}

/** @internal What is kept besides the value, for nodes that support it. */
export function comparePreserve(
  before: { readonly preserve?: true },
  after: { readonly preserve?: true },
  place: Place,
): void {
  if (before.preserve === after.preserve) return;
  if (after.preserve) place.tell('preserve-added', undefined, 'preserve');
  else place.tell('preserve-removed', 'preserve', undefined);
}

function layoutOf({ width, shift, word }: BitsNode): string {
  const order = word.size === 1 ? '' : word.littleEndian ? ' (little-endian)' : ' (big-endian)';
  const bits = width === 1 ? `bit ${shift}` : `bits ${shift} to ${shift + width - 1}`;
  return `${bits} of ${8 * word.size}${order}`;
}
