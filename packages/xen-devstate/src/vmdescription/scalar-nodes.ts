import type { Node } from '@bytewright/schema-dsl';
import { u8 } from '@bytewright/schema-dsl';
import * as types from '../vmstate/types.js';

/** Types of a fixed size: the size in bytes, and the node. */
const FIXED: ReadonlyMap<string, readonly [size: number, node: Node<unknown>]> = new Map([
  ['bool', [1, types.bool]],
  ['int8', [1, types.int8]],
  ['int16', [2, types.int16]],
  ['int32', [4, types.int32]],
  ['int64', [8, types.int64]],
  ['uint8', [1, types.uint8]],
  ['uint16', [2, types.uint16]],
  ['uint32', [4, types.uint32]],
  ['uint64', [8, types.uint64]],
  ['int32 equal', [4, types.int32Equal]],
  ['uint8 equal', [1, types.uint8Equal]],
  ['uint16 equal', [2, types.uint16Equal]],
  ['uint32 equal', [4, types.uint32Equal]],
  ['int64 equal', [8, types.uint64Equal]],
  ['int32 le', [4, types.int32AtMost]],
  ['timer', [8, types.timer]],
  ['CPU_Double_U', [8, types.doubleBits]],
  ['float64', [8, types.float64]],
  ['int32_as_uint16', [2, types.int32AsUint16]],
  ['uint16_from_uint8', [1, types.uint16FromUint8]],
  ['pci irq state', [16, types.pciIrqState]],
  ['nullptr', [1, u8.doc('0x30: a pointer to nothing.')]],
]);

/** Whether a type is known, and always has this size. */
export function isFixed(type: string, size: number): boolean {
  return type !== 'nullptr' && FIXED.get(type)?.[0] === size;
}

/**
 * The node of a type without fields. An unknown type, or one with an unexpected size, becomes bytes.
 *
 * @example `scalarNode('uint32', 4)` is `u32be`, `scalarNode('virtio', 305)` is 305 bytes
 */
export function scalarNode(type: string, size: number): Node<unknown> {
  const fixed = FIXED.get(type);
  if (fixed !== undefined && fixed[0] === size) return fixed[1];
  if (type === 'bitmap' && size % 8 === 0) return types.bitmap(size * 8);
  if (type === 'unused_buffer') return types.unused(size);
  return types.buffer(size);
}
