import { checkFloat, setFloat } from './floats.js';

// What a float nearly always is stands first, and is small enough to be inlined; NaN and whatever fails is looked at again.

/** Checks a 32-bit float of a value and writes it, big-endian. @throws EncodeError as {@link checkFloat} does @example `writeF32be(view, 0, 0.1, 'x')` throws `out-of-range`: it would be rounded */
export function writeF32be(view: DataView, at: number, value: unknown, path: string): void {
  if (typeof value === 'number' && Math.fround(value) === value) view.setFloat32(at, value);
  else setFloat(view, at, 4, checkFloat(value, 4, at, path, 'f32be'), false);
}

/** Checks a 32-bit float of a value and writes it, little-endian. @throws EncodeError as {@link checkFloat} does */
export function writeF32le(view: DataView, at: number, value: unknown, path: string): void {
  if (typeof value === 'number' && Math.fround(value) === value) view.setFloat32(at, value, true);
  else setFloat(view, at, 4, checkFloat(value, 4, at, path, 'f32le'), true);
}

/** Checks a 64-bit float of a value and writes it, big-endian. @throws EncodeError as {@link checkFloat} does @example `writeF64be(view, 0, 1, 'x')` writes `3f f0 00 00 00 00 00 00` */
export function writeF64be(view: DataView, at: number, value: unknown, path: string): void {
  if (typeof value === 'number' && !Number.isNaN(value)) view.setFloat64(at, value);
  else setFloat(view, at, 8, checkFloat(value, 8, at, path, 'f64be'), false);
}

/** Checks a 64-bit float of a value and writes it, little-endian. @throws EncodeError as {@link checkFloat} does */
export function writeF64le(view: DataView, at: number, value: unknown, path: string): void {
  if (typeof value === 'number' && !Number.isNaN(value)) view.setFloat64(at, value, true);
  else setFloat(view, at, 8, checkFloat(value, 8, at, path, 'f64le'), true);
}
