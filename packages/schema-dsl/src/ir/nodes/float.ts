import type { ByteOrder } from './byte-order.js';
import { byteOrderOfType } from './byte-order.js';

/** The floating-point types of IEEE 754, named by width in bits, and by byte order unless it is inherited. */
export const FLOAT_TYPES = [
  'f16be',
  'f16le',
  'f32be',
  'f32le',
  'f64be',
  'f64le',
  'f16',
  'f32',
  'f64',
] as const;

/** One of {@link FLOAT_TYPES}. */
export type FloatType = (typeof FLOAT_TYPES)[number];

/** A floating-point number; always a `number` in the value, except for NaNs that `preserve` keeps. */
export interface FloatNode {
  readonly kind: 'float';
  readonly type: FloatType;
  /** Whether a NaN other than the canonical one is kept as its bits. */
  readonly preserve?: true;
}

/** The traits of a float node. The size is in bytes. */
export interface FloatTraits {
  readonly size: 2 | 4 | 8;
  /** `undefined` if it is inherited. */
  readonly byteOrder: ByteOrder | undefined;
}

/** The traits of a float node. */
export function floatTraits({ type }: FloatNode): FloatTraits {
  const bits = Number.parseInt(type.slice(1), 10);
  return { size: (bits / 8) as FloatTraits['size'], byteOrder: byteOrderOfType(type) }; // the widths above
}
