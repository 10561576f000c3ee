import { atPath } from '../errors/at-path.js';
import { describe } from '../errors/describe.js';
import { describeArms } from '../errors/describe-arms.js';
import { encodeFailure } from '../errors/failures.js';
import { joinPath } from '../errors/join-path.js';
import { listed } from '../errors/listed.js';
import type { Nesting } from '../output/nesting.js';
import { ROOT } from '../output/nesting.js';
import type { Output } from '../output/output.js';
import { decide } from '../output/output.js';
import type { PeekTag } from './arm-decision.js';
import { ArmDecision } from './arm-decision.js';
import type { AnyArmTable } from './arm-table.js';
import { solveSearched } from './solve-searched.js';
import type { WritingEntry, WritingTable } from './writing-table.js';

/**
 * Adds up the bytes that an arm takes.
 *
 * @param name the arm that the value names
 * @param state the arm's own value
 * @throws EncodeError `unknown-tag` where the table has no such arm, or what is wrong with the arm's value
 */
export function measureArm<C>(
  arms: WritingTable<C>,
  name: unknown,
  state: unknown,
  context: C,
  nesting: Nesting = ROOT,
): number {
  const entry = entryOf(arms, name, undefined);
  const value = state as never; // the arm itself checks it
  const { searched } = solveSearched(entry, value, context, nesting);
  try {
    return entry.arm.measure(value, context, searched, nesting);
  } catch (error) {
    throw atPath(error, joinPath(arms.table.path, arms.table.member));
  }
}

/**
 * Writes an arm where the output stands, and records that decode has to choose it.
 *
 * @param tag what decode will choose by
 * @throws EncodeError `unknown-tag` where the table has no such arm, `mismatch` where another one has the tag, or what is wrong
 * with the arm's value
 */
export function writeArm<C>(
  output: Output,
  arms: WritingTable<C>,
  name: unknown,
  state: unknown,
  tag: unknown,
  context: C,
): void {
  const entry = entryOf(arms, name, output.offset);
  const { tags } = entry;
  const at = Object.is(tag, -0) ? -1 : tags.indexOf(tag);
  if (at < 0) throw wrongArm(output, arms.table, tag, listed(tags.map((one) => describe(one))));
  writeEntry(output, arms.table, entry, state, context, tags[at]); // the table's own text is found in it at once
}

/** The same for an arm whose tag is derived from it, and so is its own. */
export function writeDerivedArm<C>(
  output: Output,
  arms: WritingTable<C>,
  name: unknown,
  state: unknown,
  context: C,
): void {
  const entry = entryOf(arms, name, output.offset);
  writeEntry(output, arms.table, entry, state, context, entry.tags[0]);
}

/**
 * The same for an arm whose tag only shows on the finished bytes.
 *
 * @param peek reads the tag there
 */
export function writePeekedArm<C>(
  output: Output,
  arms: WritingTable<C>,
  name: unknown,
  state: unknown,
  peek: PeekTag,
  context: C,
): void {
  const entry = entryOf(arms, name, output.offset);
  writeEntry(output, arms.table, entry, state, context, undefined, peek);
}

/**
 * Records that decode has to choose none of a table's arms, before what is otherwise there is written.
 *
 * @param tag what decode will choose by
 * @param kept the tag that the value keeps, if it keeps one
 * @throws EncodeError `mismatch` where an arm has the tag, and the union falls back on nothing
 */
export function writeNoArm<C>(
  output: Output,
  { table }: WritingTable<C>,
  tag: unknown,
  context: C,
  kept?: unknown,
): void {
  if (table.hasFallback)
    decide(output, table.path, new ArmDecision(output, table, undefined, tag, undefined, context));
  else if (isKnown(table, tag)) throw wrongArm(output, table, tag, describe(kept));
}

/** The same where the tag only shows on the finished bytes. */
export function writeNoPeekedArm<C>(
  output: Output,
  { table }: WritingTable<C>,
  peek: PeekTag,
  context: C,
): void {
  decide(output, table.path, new ArmDecision(output, table, undefined, undefined, peek, context));
}

function entryOf<C>(
  { table, byName, hasRaw }: WritingTable<C>,
  name: unknown,
  offset: number | undefined,
): WritingEntry<C> {
  const entry = byName.get(name);
  if (entry !== undefined) return entry;
  const path = joinPath(table.path, table.tag);
  const names = [...byName.values()].map((one) => one.name);
  throw encodeFailure('unknown-tag', offset, path, describeArms(names, hasRaw), describe(name));
}

function writeEntry<C>(
  output: Output,
  table: AnyArmTable<C>,
  entry: WritingEntry<C>,
  state: unknown,
  context: C,
  tag: unknown,
  peek?: PeekTag,
): void {
  const value = state as never; // the arm itself checks it
  const candidate = solveSearched(entry, value, context, output);
  const decision =
    peek !== undefined || entry.isDecided
      ? new ArmDecision(output, table, candidate, tag, peek, context)
      : undefined;
  if (decision !== undefined) decide(output, table.path, decision);
  try {
    entry.arm.write(output, value, context, candidate.searched);
  } catch (error) {
    throw atPath(error, joinPath(table.path, table.member));
  }
  if (decision !== undefined) decision.behind = output.offset;
}

const isKnown = <C>({ byTag }: AnyArmTable<C>, tag: unknown): boolean =>
  !Object.is(tag, -0) && byTag.has(tag);

const wrongArm = <C>(output: Output, { path }: AnyArmTable<C>, tag: unknown, found: string): unknown =>
  encodeFailure('mismatch', output.offset, path, `the arm for ${describe(tag)}`, `the arm for ${found}`);
