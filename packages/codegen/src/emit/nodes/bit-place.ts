import type { NodeIR } from '@bytewright/schema-dsl/ir';
import { bitFieldOf, coveringBytes } from '@bytewright/schema-dsl/ir';
import { hexadecimal as hex } from '../names.js';

/** Where a field's first byte is while `offset` is where the field is read or written: further on within a run. */
export function fieldStart(node: NodeIR): string {
  const field = bitFieldOf(node);
  return field === undefined ? 'offset' : plus(coveringBytes(field).offset);
}

/** An offset within a run. */
export function plus(distance: number): string {
  return distance === 0 ? 'offset' : `offset + ${distance}`;
}

/** A mask or a constant, in digits that show its bits. */
export function hexadecimal(bits: bigint): string {
  return bits < 10n ? String(bits) : hex(bits);
}
