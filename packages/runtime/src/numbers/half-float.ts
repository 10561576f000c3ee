// IEEE 754 binary16: a sign bit, 5 bits of exponent with bias 15, 10 bits of fraction.

/**
 * The number that 16 bits stand for; NaN for every NaN.
 *
 * @example `halfToNumber(0x3c00)` is 1, `halfToNumber(0x0001)` is 2⁻²⁴, `halfToNumber(0xfc00)` is -Infinity
 */
export function halfToNumber(bits: number): number {
  const sign = bits >= 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (0x400 + fraction) * 2 ** (exponent - 25));
}

/**
 * The 16 bits of a number, or -1 where none stand for exactly this number. NaN is the canonical one, 0x7e00.
 *
 * @example `numberToHalf(-2)` is 0xc000; `numberToHalf(0.1)` and `numberToHalf(65520)` are -1
 */
export function numberToHalf(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  if (magnitude === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  if (magnitude > 65504) return -1;
  // below 2⁻¹⁴ numbers are subnormal: the exponent stays, and the hidden bit is gone
  const exponent = Math.max(-14, magnitude === 0 ? -14 : Math.floor(Math.log2(magnitude)));
  const fraction = magnitude * 2 ** (10 - exponent);
  if (!Number.isInteger(fraction)) return -1;
  return fraction < 0x400 ? sign | fraction : sign | ((exponent + 15) << 10) | (fraction - 0x400);
}
