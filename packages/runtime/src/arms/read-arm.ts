import { atPath } from '../errors/at-path.js';
import { joinPath } from '../errors/join-path.js';
import type { Input } from '../input/input.js';
import type { ArmValue } from './arm.js';
import type { AnyArmTable, ArmTable } from './arm-table.js';
import { candidatesOf, chooseArm, isTried, NONE_FITS, noCandidate } from './choose-arm.js';
import { NOT_FIRST, readFirst } from './read-first.js';

/**
 * Chooses an arm where the input stands, and reads it.
 *
 * @returns the union's value; `undefined` where no arm has the tag, or none fits and the union falls back on something else
 * @throws DecodeError where no arm that has the tag fits, and there is nothing to fall back on
 * @example of `04` and `deviceArms` with an arm `hpet`: `{ device: 'hpet', state: { … } }`
 */
export function readArm<C, T, Tag extends string, Member extends string>(
  input: Input,
  table: ArmTable<T, C, Tag, Member>,
  tag: unknown,
  context: C,
): ArmValue<T, Tag, Member> | undefined {
  const any = table as AnyArmTable<C>;
  const candidates = candidatesOf(any, tag);
  if (candidates === undefined) return undefined;
  if (isTried(any, candidates)) {
    const first = readFirst(input, any, candidates, context);
    // what the table's type says: an arm's reader makes the value that goes with its name
    if (first !== NOT_FIRST)
      return { [table.tag]: candidates[0]?.name, [table.member]: first } as ArmValue<T, Tag, Member>;
  }
  const { bytes, view, offset, end } = input;
  const chosen = chooseArm(any, tag, bytes, view, offset, end, context, input);
  if (chosen === undefined) return undefined;
  if (chosen === NONE_FITS) throw noCandidate(any, tag, input, offset, end, context);
  try {
    const { name, arm, searched } = chosen.candidate;
    const state = arm.read(input, context, searched);
    return { [table.tag]: name, [table.member]: state } as ArmValue<T, Tag, Member>;
  } catch (error) {
    throw atPath(error, joinPath(table.path, table.member));
  }
}

/**
 * Chooses an arm ahead, without an input that would pay for it.
 *
 * @returns the offset behind the arm, or -1 where none that has the tag fits; `undefined` where no arm has the tag, or the union
 * falls back on something else
 */
export function matchArm<C>(
  table: AnyArmTable<C>,
  tag: unknown,
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  context: C,
): number | undefined {
  const chosen = chooseArm(table, tag, bytes, view, start, end, context);
  if (chosen === undefined) return undefined;
  if (chosen === NONE_FITS) return -1;
  const { candidate, end: behind } = chosen;
  return behind >= 0
    ? behind
    : (candidate.arm.match?.(bytes, view, start, end, context, candidate.searched) ?? -1);
}
