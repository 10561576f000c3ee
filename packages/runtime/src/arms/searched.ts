import { atPath } from '../errors/at-path.js';
import type { Input } from '../input/input.js';
import type { Nesting } from '../output/nesting.js';
import type { Output } from '../output/output.js';
import type { AnyArmTable, ArmTable } from './arm-table.js';
import { candidatesOf, chooseArm, isTried, NONE_FITS, noCandidate } from './choose-arm.js';
import { NOT_FIRST, readFirst } from './read-first.js';
import { measureArm, writeDerivedArm } from './write-arm.js';
import type { WritingTable } from './writing-table.js';

/**
 * Reads a struct where the input stands, with the first parameters with which it parses and is followed as demanded.
 *
 * @param table a table of this one arm
 * @throws DecodeError where it parses with none of them
 */
export function readSearched<C, T>(input: Input, table: ArmTable<T, C>, context: C): T[keyof T] {
  const { bytes, view, offset, end } = input;
  const any = table as AnyArmTable<C>;
  const tag = tagOf(table);
  const candidates = candidatesOf(any, tag) ?? [];
  if (isTried(any, candidates)) {
    const first = readFirst(input, any, candidates, context);
    if (first !== NOT_FIRST) return first as T[keyof T]; // the only arm of the table
  }
  const chosen = chooseArm(any, tag, bytes, view, offset, end, context, input);
  if (chosen === undefined || chosen === NONE_FITS) throw noCandidate(any, tag, input, offset, end, context);
  try {
    // the only arm of the table is the one that is chosen
    const { arm, searched } = chosen.candidate;
    return arm.read(input, context, searched) as T[keyof T];
  } catch (error) {
    throw atPath(error, table.path);
  }
}

/** Tries it ahead: gives the offset behind it, or -1. */
export function matchSearched<C, T>(
  table: ArmTable<T, C>,
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  context: C,
): number {
  const chosen = chooseArm(table as AnyArmTable<C>, tagOf(table), bytes, view, start, end, context);
  if (chosen === undefined || chosen === NONE_FITS) return -1;
  const { candidate, end: behind } = chosen;
  return behind >= 0
    ? behind
    : (candidate.arm.match?.(bytes, view, start, end, context, candidate.searched) ?? -1);
}

/** Adds up the bytes that its value takes. */
export function measureSearched<C>(
  arms: WritingTable<C>,
  value: unknown,
  context: C,
  nesting?: Nesting,
): number {
  return measureArm(arms, tagOf(arms.table), value, context, nesting);
}

/** Writes its value, and records that decode has to find the parameters that it is written with. */
export function writeSearched<C>(output: Output, arms: WritingTable<C>, value: unknown, context: C): void {
  writeDerivedArm(output, arms, tagOf(arms.table), value, context);
}

const tagOf = <C, T>({ arms }: ArmTable<T, C>): string | undefined => Object.keys(arms as object)[0];
