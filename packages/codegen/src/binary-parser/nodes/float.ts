import { isCanonicalNaN, keepNaN } from '@bytewright/runtime/codec';
import type { FloatNode } from '@bytewright/schema-dsl/ir';
import { floatTraits } from '@bytewright/schema-dsl/ir';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode } from '../site.js';
import { addNumberBytes } from './number-bytes.js';

/** Reads a float from its bytes: `floatbe` and the like do not show the bits of a NaN. */
export const float: AddNode<FloatNode> = (node, site) => {
  const { size, byteOrder } = floatTraits(node);
  addNumberBytes(size, byteOrder, site, (bytes) => {
    const view = new DataView(Uint8Array.from(bytes).buffer);
    const value =
      size === 8 ? view.getFloat64(0) : size === 4 ? view.getFloat32(0) : halfOf(view.getUint16(0));
    if (node.preserve) return keepNaN(value, view, 0, size, false);
    if (Number.isNaN(value) && !isCanonicalNaN(view, 0, size, false))
      throw new RejectedInputError(site.path, 'a NaN that is not the canonical one');
    return value;
  });
};

/** A half float by way of a single one, whose fields are wider: not as our own conversion does it. */
function halfOf(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  const exponent = (bits >> 10) & 0x1f;
  const sign = (bits & 0x8000) << 16;
  if (exponent === 0x1f) view.setUint32(0, (sign | 0x7f800000 | ((bits & 0x3ff) << 13)) >>> 0);
  else view.setUint32(0, (sign | ((bits & 0x7fff) << 13)) >>> 0);
  // both biases are off by 112 now, for subnormal numbers as well
  return exponent === 0x1f ? view.getFloat32(0) : view.getFloat32(0) * 2 ** 112;
}
