import { ImportError } from '../../import-error.js';
import type { MemberReport } from './member-report.js';

/** What a member must be like, and what is looked at to see whether it is. */
export interface Condition<T> {
  /** Such as `the count of an array is more than 0`. */
  readonly says: string;
  readonly of: readonly T[];
  /** Whether what lies so far into a thing is like that; `undefined` where it shows nothing. */
  readonly holds: (item: T, at: number) => boolean | undefined;
  /** The least share that has to hold where the member lies; nearly all if not given. */
  readonly share?: number;
  /** Whether it tells apart places at which all conditions hold: there is a place at which it holds much more often than elsewhere. */
  readonly decides?: boolean;
}

/** How conditions speak of things. */
export interface Naming<T> {
  /** The name of the description that a thing is in. */
  readonly description: (item: T) => string;
  /** The thing itself, such as `dma.regs`. */
  readonly item: (item: T) => string;
  /** What it has at a place. */
  readonly value: (item: T, at: number) => string;
}

/** Of real members all holds but for a few oddities of single devices. */
const NEARLY_ALL = 0.95;
/** How much more often than anywhere else a condition holds that decides. */
const CLEARLY = 2;

interface Place {
  readonly at: number;
  readonly results: readonly Result[];
  readonly passes: boolean;
}

interface Result {
  readonly says: string;
  readonly holds: number;
  readonly against: number;
  readonly passes: boolean;
}

/**
 * The one place at which all conditions of a member hold.
 *
 * @throws ImportError where there is none, or several: it names what does not fit at the best one, and how
 */
export function placeOf<T>(
  member: string,
  candidates: readonly number[],
  conditions: readonly Condition<T>[],
  naming: Naming<T>,
): MemberReport {
  const places = candidates.map((at) => examine(at, conditions));
  const passing = places.filter(({ passes }) => passes);
  const place = passing.length > 1 ? decided(passing, conditions) : passing[0];
  if (place !== undefined) return report(member, place.at, conditions, naming);
  if (passing.length > 1)
    throw new ImportError(
      `cannot tell where ${member} lies: it could be at ${passing.map(({ at }) => at).join(' or ')}, and nothing tells these apart`,
    );
  throw new ImportError(`cannot tell where ${member} lies: ${whyNot(places, conditions, naming)}`);
}

function examine<T>(at: number, conditions: readonly Condition<T>[]): Place {
  const results = conditions.map(({ says, of, holds, share = NEARLY_ALL }) => {
    let [fitting, against] = [0, 0];
    for (const item of of) {
      const fits = holds(item, at);
      if (fits === true) fitting++;
      else if (fits === false) against++;
    }
    // what nothing shows does not hold
    return { says, holds: fitting, against, passes: fitting > 0 && fitting >= share * (fitting + against) };
  });
  return { at, results, passes: results.every(({ passes }) => passes) };
}

function decided<T>(places: readonly Place[], conditions: readonly Condition<T>[]): Place | undefined {
  const deciding = conditions.findIndex(({ decides }) => decides);
  if (deciding < 0) return undefined;
  const often = ({ results }: Place): number => results[deciding]?.holds ?? 0;
  const [best, second] = [...places].sort((a, b) => often(b) - often(a));
  return best !== undefined && second !== undefined && often(best) >= CLEARLY * often(second)
    ? best
    : undefined;
}

function report<T>(
  member: string,
  at: number,
  conditions: readonly Condition<T>[],
  naming: Naming<T>,
): MemberReport {
  const confirming = new Set<T>();
  const against: { readonly item: T; readonly says: string }[] = [];
  for (const { of, holds, says, share } of conditions) {
    for (const item of of) {
      const fits = holds(item, at);
      if (fits === true) confirming.add(item);
      // what need not hold for most says nothing against a place
      else if (fits === false && share === undefined) against.push({ item, says });
    }
  }
  const [first] = against;
  return {
    member,
    at,
    confirmed: confirming.size,
    descriptions: new Set([...confirming].map(naming.description)).size,
    against: against.length,
    ...(first !== undefined && { exception: mismatch(first.item, at, first.says, naming) }),
  };
}

/** At the place where most holds: which condition does not, and of what. */
function whyNot<T>(places: readonly Place[], conditions: readonly Condition<T>[], naming: Naming<T>): string {
  const silent = conditions.find(({ of }) => of.length === 0);
  if (silent !== undefined) return `nothing in these tables shows that ${silent.says}`;
  const shareOf = ({ holds, against }: Result): number =>
    holds + against === 0 ? 0 : holds / (holds + against);
  const least = ({ results }: Place): number => Math.min(...results.map(shareOf));
  const [best] = [...places].sort((a, b) => least(b) - least(a));
  const failing = best?.results.findIndex(({ passes }) => !passes) ?? -1;
  const [condition, result] = [conditions[failing], best?.results[failing]];
  if (best === undefined || condition === undefined || result === undefined) return 'there is no room for it';
  const item = condition.of.find((one) => condition.holds(one, best.at) === false);
  const example = item === undefined ? '' : `; ${mismatch(item, best.at, condition.says, naming)}`;
  return `at ${best.at}, the best place, ${result.holds} of ${result.holds + result.against} fit${example}`;
}

function mismatch<T>(item: T, at: number, says: string, naming: Naming<T>): string {
  return `${naming.item(item)} has ${naming.value(item, at)} there, but ${says}`;
}

/** Offsets from one up to another, in steps. */
export function offsets(from: number, to: number, step: number): readonly number[] {
  const all: number[] = [];
  for (let at = from; at < to; at += step) all.push(at);
  return all;
}
