import { isDecodeError } from '../errors/decode-error.js';
import { decodeFailure } from '../errors/failures.js';
import type { DeferredCharge } from '../input/deferred-charge.js';
import type { Input } from '../input/input.js';
import { resultOf } from './result-of.js';
import { withoutStacks } from './without-stacks.js';

/**
 * Charges a failed attempt for the bytes that it looked at, in a choice that has no arm to fall back on.
 *
 * @param most how many such payments there can be, its own and those of attempts within it; without it, nobody knows
 * @throws DecodeError `limit-exceeded` where such attempts would cost more than linear time.
 * @example Two attempts on 4 bytes, of an input with 24 left to spend: 8 are deferred at most, and neither is read again.
 */
export function chargeBacktracking(
  input: Input,
  start: number,
  end: number,
  path: string,
  read: () => unknown,
  most?: number,
): void {
  if (!tryCharge(input, start, end, read, most)) throw tooCostly(start, path);
}

/** The error for a failed attempt that the budget does not cover. */
export function tooCostly(start: number, path: string): Error {
  const expected = 'alternatives that are told apart in linear time';
  return decodeFailure('limit-exceeded', start, path, expected, 'too many failed alternatives');
}

/**
 * Charges a failed attempt that is known to have looked at `size` bytes, so nothing is read again. Returns whether the budget covered
 * them together with all deferred charges.
 *
 * @example an attempt that parsed 3 bytes and was not followed as demanded, of an input with 2 left to spend: `false`
 */
export function tryChargeFor(input: Input, size: number): boolean {
  if (input.deferred + size > input.backtracking) settleDeferredCharges(input);
  if (input.backtracking >= 0) input.backtracking -= size;
  return input.backtracking >= 0;
}

/**
 * Charges a failed attempt for the bytes that it looked at. Returns whether the budget covered them; if not, the budget is spent for
 * good.
 *
 * Only reading again tells how many bytes these are. As long as the budget would cover all bytes there are, that number does not
 * matter: the charge is deferred, and the bytes are read again only if the budget runs short.
 *
 * @param most how many such payments there can be, its own and those of attempts within it; without it, nobody knows
 * @example An attempt that failed at its third byte, of an input with 2 left to spend: `false`
 */
export function tryCharge(
  input: Input,
  start: number,
  end: number,
  read: () => unknown,
  most?: number,
): boolean {
  if (input.backtracking === Number.POSITIVE_INFINITY) return true; // what is read for its error has been paid for
  const attempt = { start, end, depth: input.depth, elements: input.elements, read };
  if (most !== undefined) {
    const deferred = input.deferred + most * (end - start);
    if (deferred <= input.backtracking) {
      input.deferred = deferred;
      input.deferredCharges.push(attempt);
      return true;
    }
  }
  settleDeferredCharges(input);
  if (input.backtracking >= 0) pay(input, attempt);
  return input.backtracking >= 0;
}

/** Pays all charges that were deferred. The budget covers them: that was checked when they were deferred. */
export function settleDeferredCharges(input: Input): void {
  const charges = input.deferredCharges;
  input.deferredCharges = [];
  input.deferred = 0;
  for (const attempt of charges) pay(input, attempt);
}

/**
 * An attempt costs the bytes that it looked at, or what was tried and searched for within it, whichever is more. All of it is charged
 * to the backtracking budget; the search budget is left alone.
 */
function pay(input: Input, { start, end, depth, elements, read }: DeferredCharge): void {
  const { backtracking, searchBudget, isTrial } = input;
  const now = { depth: input.depth, elements: input.elements, searchBudget, isTrial };
  Object.assign(input, { depth, elements, searchBudget: backtracking, isTrial: true });
  const { result, reached } = withoutStacks(() => resultOf(input, start, end, read));
  settleDeferredCharges(input); // those within it
  const isSearch = isDecodeError(result) && result.code === 'no-boundary';
  const within = backtracking - input.backtracking + (backtracking - input.searchBudget);
  Object.assign(input, now);
  input.backtracking = backtracking - Math.max((isSearch ? end : reached) - start, within);
}
