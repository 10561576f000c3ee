import { canAffordReading } from '../backtracking/can-afford-reading.js';
import {
  chargeBacktracking,
  tooCostly,
  tryCharge,
  tryChargeFor,
} from '../backtracking/charge-backtracking.js';
import { isSpent } from '../backtracking/is-spent.js';
import { noArm } from '../backtracking/no-arm.js';
import { describeArms } from '../errors/describe-arms.js';
import type { Input } from '../input/input.js';
import type { AnyArmTable, Candidate } from './arm-table.js';

/** The candidate that is taken, and where it ends; -1 where its tag alone told it. */
export interface Chosen<C> {
  readonly candidate: Candidate<C>;
  readonly end: number;
}

/** What says that a tag is known, and no arm that has it fits. */
export const NONE_FITS = 'none fits';

/** All that is tried for a tag; `undefined` where no arm has it. */
export function candidatesOf<C>(
  { byTag }: AnyArmTable<C>,
  tag: unknown,
): readonly Candidate<C>[] | undefined {
  return Object.is(tag, -0) ? undefined : byTag.get(tag);
}

/** Whether the bytes decide between candidates, rather than their tag alone. */
export function isTried<C>(
  { demands, hasFallback }: AnyArmTable<C>,
  candidates: readonly Candidate<C>[],
): boolean {
  return demands.length > 0 || hasFallback === true || candidates.length > 1;
}

/** What is known of a finished encoding: where a candidate ends, whose own writer wrote it. */
export interface Written<C> {
  readonly candidate: Candidate<C> | undefined;
  readonly behind: number;
}

/**
 * The first candidate of a tag that parses and is followed as demanded: a later demand is tried only where no candidate meets
 * the earlier ones. Each attempt in vain is paid for once.
 *
 * @param input what pays; nothing does where the bytes are only tried ahead
 * @param written a candidate that needs no trial, as its end is known
 * @returns `undefined` where no arm has the tag, or where the union falls back on something else
 * @throws DecodeError `limit-exceeded` where too much was tried in vain, and nothing is there to fall back on
 */
export function chooseArm<C>(
  table: AnyArmTable<C>,
  tag: unknown,
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  context: C,
  input?: Input,
  written?: Written<C>,
): Chosen<C> | typeof NONE_FITS | undefined {
  const candidates = candidatesOf(table, tag);
  if (candidates === undefined) return undefined;
  const { demands, hasFallback = false } = table;
  if (!isTried(table, candidates)) return candidates[0] && { candidate: candidates[0], end: -1 };
  const first = demands[0];
  let ends: number[] | undefined; // where those end that the first demand refuses: mostly there are none
  for (const candidate of candidates) {
    const { arm, searched } = candidate;
    const begins = arm.firstBytes === undefined || arm.firstBytes.includes(bytes[start] ?? -1);
    const isPaid = input !== undefined && arm.isLarge === true && begins;
    if (isPaid && hasFallback && isSpent(input)) return undefined;
    const at =
      candidate === written?.candidate
        ? written.behind
        : (arm.match?.(bytes, view, start, end, context, searched) ?? -1);
    if (at >= 0 && (first === undefined || first(bytes, view, at, end, context) >= 0))
      return taken(table, candidate, at, start, end, context, input);
    if (demands.length > 1) {
      ends ??= [];
      ends.push(at);
    }
    if (isPaid && !pays(table, candidate, at, start, end, context, input)) return undefined;
  }
  for (let later = 1; later < demands.length; later++) {
    for (const [i, candidate] of candidates.entries()) {
      const at = ends?.[i] ?? -1;
      if (at >= 0 && (demands[later]?.(bytes, view, at, end, context) ?? -1) >= 0)
        return taken(table, candidate, at, start, end, context, input);
    }
  }
  return hasFallback ? undefined : NONE_FITS;
}

// No functions are made in the loop above, as nearly always its first round is the last.

/** A candidate that fits; `undefined` where the union falls back, as what is left may not suffice to pay for it. */
function taken<C>(
  { hasFallback }: AnyArmTable<C>,
  candidate: Candidate<C>,
  behind: number,
  start: number,
  end: number,
  context: C,
  input: Input | undefined,
): Chosen<C> | undefined {
  const { arm, searched } = candidate;
  const { payments = 0 } = arm;
  const chosen = { candidate, end: behind };
  if (hasFallback !== true || payments === 0 || input === undefined) return chosen;
  const read = (): unknown => arm.read(input, context, searched);
  return canAffordReading(input, start, end, read, finite(payments)) ? chosen : undefined;
}

/** Elements of lists that a byte is part of at most, in an arm that does not look further. */
const ELEMENTS = 8;

/** Pays for an attempt in vain. Says whether that could be done, where there is something to fall back on. */
function pays<C>(
  { hasFallback, path }: AnyArmTable<C>,
  { arm, searched }: Candidate<C>,
  behind: number,
  start: number,
  end: number,
  context: C,
  input: Input,
): boolean {
  if (behind >= 0 && arm.looksFurther !== true && input.elements >= ELEMENTS * (behind - start)) {
    if (tryChargeFor(input, behind - start)) return true;
    if (hasFallback === true) return false;
    throw tooCostly(start, path);
  }
  const read = (): unknown => arm.read(input, context, searched);
  const most = finite(Math.max(1, arm.payments ?? 0));
  if (hasFallback === true) return tryCharge(input, start, end, read, most);
  chargeBacktracking(input, start, end, path, read, most);
  return true;
}

const finite = (payments: number): number | undefined => (Number.isFinite(payments) ? payments : undefined);

/** Why no candidate of a tag fits where an input stands: the error of the one that came furthest. */
export function noCandidate<C>(
  { byTag, path, member, demanded }: AnyArmTable<C>,
  tag: unknown,
  input: Input,
  start: number,
  end: number,
  context: C,
): unknown {
  const candidates = byTag.get(tag) ?? [];
  const names = new Set(candidates.map(({ name }) => name));
  return noArm(input, start, end, path, {
    ...(names.size > 1 ? { expected: describeArms([...names]) } : {}),
    member,
    ...(demanded === undefined ? {} : { demanded }),
    alternatives: candidates.map(({ label, arm, searched }) => [
      label,
      () => arm.read(input, context, searched),
    ]),
  });
}
