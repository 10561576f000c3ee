import { normalizeZero } from './normalize-zero.js';

/** Whether a number can be a size or a count: a safe integer that is not negative. -0 is none: it is written as another 0. */
export function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
}

/** A 64-bit value as a number, or NaN where numbers cannot hold it. */
export function safeNumber(value: bigint | number): number {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : Number.NaN;
}

/** A number as a bigint, or NaN where it is not a safe integer. */
export function exactBigint(value: number): bigint | number {
  return Number.isSafeInteger(value) ? BigInt(value) : Number.NaN;
}

/**
 * A quotient without remainder, or NaN where there is one, or where the divisor is zero.
 *
 * @example `exactQuotient(6, 3)` is 2, `exactQuotient(7n, 2n)` is NaN
 */
export function exactQuotient(left: number, right: number): number;
export function exactQuotient(left: bigint | number, right: bigint | number): bigint | number;
export function exactQuotient(left: bigint | number, right: bigint | number): bigint | number {
  if (typeof left === 'bigint' && typeof right === 'bigint') {
    return right !== 0n && left % right === 0n ? left / right : Number.NaN;
  }
  const a = Number(left);
  const b = Number(right);
  return a % b === 0 ? normalizeZero(a / b) : Number.NaN;
}

/** A sum of bigints, or NaN where one of them has no exact value: NaN stands for it. */
export function exactSum(left: bigint | number, right: bigint | number): bigint | number {
  return typeof left === 'bigint' && typeof right === 'bigint' ? left + right : Number.NaN;
}

/** A difference of bigints, or NaN where one of them has no exact value. */
export function exactDifference(left: bigint | number, right: bigint | number): bigint | number {
  return typeof left === 'bigint' && typeof right === 'bigint' ? left - right : Number.NaN;
}

/** A product of bigints, or NaN where one of them has no exact value. */
export function exactProduct(left: bigint | number, right: bigint | number): bigint | number {
  return typeof left === 'bigint' && typeof right === 'bigint' ? left * right : Number.NaN;
}

/** What follows the last separator in a text, or the whole text where there is none; nothing where there is no text. */
export function afterLast(text: string, separator: string): string;
export function afterLast(text: string | undefined, separator: string): string | undefined;
export function afterLast(text: string | undefined, separator: string): string | undefined {
  if (text === undefined) return undefined;
  const at = text.lastIndexOf(separator);
  return at < 0 ? text : text.slice(at + separator.length);
}

/** Whether two byte sequences are equal. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Whether a decoder that sees `selector` chooses the arm that the value names: the one with this tag, or the raw one. */
export function selectsArm(selector: unknown, tag: unknown, known: readonly unknown[]): boolean {
  return tag === undefined ? !known.includes(selector) : selector === tag;
}
