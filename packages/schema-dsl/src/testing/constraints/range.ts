/**
 * Integers `min`, `min + step`, … up to `max`; empty if `max < min`. Bounds may be infinite, `min` only below.
 */
export interface Range {
  readonly min: number;
  readonly max: number;
  /** At least 1. It counts from `min`, so it is 1 if `min` is infinite. */
  readonly step: number;
}

/** Every integer. */
export const ANY_NUMBER: Range = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY, step: 1 };
/** Every size. */
export const ANY_SIZE: Range = { min: 0, max: Number.POSITIVE_INFINITY, step: 1 };
/** No integer at all. */
export const NOTHING: Range = { min: 1, max: 0, step: 1 };

/** One integer, or nothing if the value is not an integer. */
export function exactly(value: unknown): Range {
  const number = typeof value === 'bigint' ? Number(value) : value;
  return Number.isSafeInteger(number) ? { min: number as number, max: number as number, step: 1 } : NOTHING;
}

/** The integers of a range that lie between two bounds. */
export function clamp(range: Range, min: number, max: number): Range {
  const up =
    range.min >= min
      ? range.min
      : range.step === 1
        ? min
        : range.min + Math.ceil((min - range.min) / range.step) * range.step;
  return { min: up, max: Math.min(range.max, max), step: range.step };
}

/** Sums of the integers of two ranges; a superset if the steps differ. */
export function plus(a: Range, b: Range): Range {
  if (isEmpty(a) || isEmpty(b)) return NOTHING;
  return range(a.min + b.min, a.max + b.max, isOne(a) ? b.step : isOne(b) ? a.step : gcd(a.step, b.step));
}

/** Differences of the integers of two ranges; a superset if the steps differ. */
export function minus(a: Range, b: Range): Range {
  return plus(a, times(b, exactly(-1)));
}

/** Products with the integers of a range; anything unless one side is a single integer. */
export function times(a: Range, b: Range): Range {
  if (isEmpty(a) || isEmpty(b)) return NOTHING;
  if (!isOne(b)) return isOne(a) ? times(b, a) : ANY_NUMBER;
  const factor = b.min;
  if (factor === 0) return exactly(0);
  // the last member; for a negative factor the first
  const ends = [a.min * factor, atMost(a, a.max) * factor];
  return range(Math.min(...ends), Math.max(...ends), isOne(a) ? 1 : a.step * Math.abs(factor));
}

/** Exact quotients by a single integer; anything for other divisors. */
export function div(a: Range, b: Range): Range {
  if (isEmpty(a) || isEmpty(b)) return NOTHING;
  if (!isOne(b) || b.min <= 0) return ANY_NUMBER;
  const step = a.step % b.min === 0 && a.min % b.min === 0 ? a.step / b.min : 1;
  return range(Math.ceil(a.min / b.min), Math.floor(a.max / b.min), step);
}

/** All integers of both ranges, and possibly more. */
export function either(a: Range, b: Range): Range {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  return range(Math.min(a.min, b.min), Math.max(a.max, b.max), 1);
}

/** All integers that are in both ranges, and possibly more if the steps differ. */
export function intersect(a: Range, b: Range): Range {
  return a.step >= b.step ? clamp(a, b.min, b.max) : clamp(b, a.min, a.max);
}

/** How many parts of `unit` bytes make up one of these sizes. */
export function countsIn(sizes: Range, unit: number): Range {
  if (unit === 0) return ANY_SIZE;
  if (unit === 1) return sizes;
  const first = clamp(sizes, 0, Number.POSITIVE_INFINITY);
  const stride = first.step / gcd(first.step, unit);
  // the first fit is within one common multiple of step and unit, or there is none
  for (let at = first.min, tries = 0; at <= first.max && tries <= unit; at += first.step, tries++) {
    if (at % unit === 0) return { min: at / unit, max: Math.floor(first.max / unit), step: stride };
  }
  return NOTHING;
}

/** Whether no integer is in a range. */
export function isEmpty({ min, max }: Range): boolean {
  return !(min <= max);
}

/** Whether exactly one integer is in a range. */
export function isOne({ min, max }: Range): boolean {
  return min === max;
}

/** The largest integer of the range that is not above `limit`; `min` if there is none. */
export function atMost({ min, max, step }: Range, limit: number): number {
  const top = Math.min(max, limit);
  if (!Number.isFinite(min)) return top;
  return top <= min ? min : min + Math.floor((top - min) / step) * step;
}

function range(min: number, max: number, step: number): Range {
  // -0 would be distinguished from 0 when a bound becomes a value
  return { min: min + 0, max: max + 0, step: Number.isFinite(min) ? step : 1 };
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
