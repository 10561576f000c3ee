import { atPath } from '../errors/at-path.js';
import { describe } from '../errors/describe.js';
import { describeArms } from '../errors/describe-arms.js';
import { encodeFailure } from '../errors/failures.js';
import { joinPath } from '../errors/join-path.js';
import { listed } from '../errors/listed.js';
import type { Input } from '../input/input.js';
import type { Nesting } from '../output/nesting.js';
import { ROOT } from '../output/nesting.js';
import type { Decision, Output } from '../output/output.js';
import { decide } from '../output/output.js';
import type { AnyWritingArm, WritingArms, WritingArmsOf } from './arm.js';
import type { AnyArmTable, ArmTable, Candidate } from './arm-table.js';
import { chooseArm } from './choose-arm.js';
import { solveFacts } from './solve-facts.js';

/** The writing half of a union's table. */
export interface WritingTable<C> {
  readonly table: AnyArmTable<C>;
  readonly writing: WritingArms<C>;
  /** Whether an arm takes what the others do not. */
  readonly hasRaw: boolean;
}

/**
 * The table of a union's arms for encoding, made once a module.
 *
 * @param table the reading half, by which decode will choose
 * @param writing writing halves by the same names
 * @example writingTable(deviceArms, { hpet: hpetWriting, i8254: i8254Writing })
 */
export function writingTable<T, C>(
  table: ArmTable<T, C>,
  writing: WritingArmsOf<T, NoInfer<C>>,
  hasRaw = false,
): WritingTable<C> {
  // one that is looked at by names that values have: which arms there are is no longer known then
  return { table: table as unknown as AnyArmTable<C>, writing: writing as WritingArms<C>, hasRaw };
}

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
  const arm = namedArm(arms, name, undefined);
  const value = state as never; // the arm itself checks it
  const { facts } = solveFacts(arms.table, name as string, arm, value, context, nesting);
  try {
    return arm.measure(value, context, facts, nesting);
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
  const arm = namedArm(arms, name, output.offset);
  const { table } = arms;
  const own = tagsOf(table, name as string);
  if (!own.some((one) => Object.is(one, tag)))
    throw wrongArm(output, table, tag, listed(own.map((one) => describe(one))));
  writeNamed(output, arms, arm, name as string, state, context, tag);
}

/** The same for an arm whose tag is derived from it, and so is its own. */
export function writeDerivedArm<C>(
  output: Output,
  arms: WritingTable<C>,
  name: unknown,
  state: unknown,
  context: C,
): void {
  const arm = namedArm(arms, name, output.offset);
  const [tag] = tagsOf(arms.table, name as string);
  writeNamed(output, arms, arm, name as string, state, context, tag);
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
  const arm = namedArm(arms, name, output.offset);
  writeNamed(output, arms, arm, name as string, state, context, undefined, peek);
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

function namedArm<C>(
  { table, writing, hasRaw }: WritingTable<C>,
  name: unknown,
  offset: number | undefined,
): AnyWritingArm<C> {
  const arm = typeof name === 'string' && Object.hasOwn(writing, name) ? writing[name] : undefined;
  if (arm !== undefined) return arm;
  const path = joinPath(table.path, table.tag);
  throw encodeFailure(
    'unknown-tag',
    offset,
    path,
    describeArms(Object.keys(writing), hasRaw),
    describe(name),
  );
}

function writeNamed<C>(
  output: Output,
  { table }: WritingTable<C>,
  arm: AnyWritingArm<C>,
  name: string,
  state: unknown,
  context: C,
  tag: unknown,
  peek?: PeekTag,
): void {
  const value = state as never; // the arm itself checks it
  const candidate = solveFacts(table, name, arm, value, context, output);
  const decision =
    peek !== undefined || isDecided(table, name)
      ? new ArmDecision(output, table, candidate, tag, peek, context)
      : undefined;
  if (decision !== undefined) decide(output, table.path, decision);
  try {
    arm.write(output, value, context, candidate.facts);
  } catch (error) {
    throw atPath(error, joinPath(table.path, table.member));
  }
  if (decision !== undefined) decision.behind = output.offset;
}

/** Reads a tag that only shows on the finished bytes. */
type PeekTag = (finished: Uint8Array, finishedView: DataView, input: Input) => unknown;

/** What decode has to choose: an arm with facts, or none. A class, so that one of many is no more than its members. */
class ArmDecision<C> implements Decision {
  readonly offset: number;
  readonly end: number;
  readonly restsOnWriter = true;
  /** Where the arm ends that was written here; -1 until it is. */
  behind = -1;
  readonly table: AnyArmTable<C>;
  readonly candidate: Candidate<C> | undefined;
  readonly tag: unknown;
  readonly peek: PeekTag | undefined;
  readonly context: C;

  constructor(
    { offset, end }: Output,
    table: AnyArmTable<C>,
    candidate: Candidate<C> | undefined,
    tag: unknown,
    peek: PeekTag | undefined,
    context: C,
  ) {
    this.offset = offset;
    this.end = end;
    this.table = table;
    this.candidate = candidate;
    this.tag = tag;
    this.peek = peek;
    this.context = context;
  }

  holds(finished: Uint8Array, view: DataView, input: Input, isWritten: boolean): boolean {
    const { table, context } = this;
    const tag = this.peek === undefined ? this.tag : this.peek(finished, view, input);
    const own = isWritten ? this : undefined;
    const chosen = chooseArm(table, tag, finished, view, this.offset, input.end, context, input, own);
    return (typeof chosen === 'object' ? chosen.candidate : chosen) === this.candidate;
  }
}

/** Whether the bytes decide for an arm, rather than its tag alone. */
function isDecided<C>({ demands, hasFallback, byTag, arms }: AnyArmTable<C>, name: string): boolean {
  if (demands.length > 0 || hasFallback === true) return true;
  const tags = arms[name]?.tags ?? [name];
  return tags.some((tag) => (byTag.get(tag)?.length ?? 0) > 1);
}

const tagsOf = <C>({ arms }: AnyArmTable<C>, name: string): readonly (string | number)[] =>
  arms[name]?.tags ?? [name];

const isKnown = <C>({ byTag }: AnyArmTable<C>, tag: unknown): boolean =>
  !Object.is(tag, -0) && byTag.has(tag);

const wrongArm = <C>(output: Output, { path }: AnyArmTable<C>, tag: unknown, found: string): unknown =>
  encodeFailure('mismatch', output.offset, path, `the arm for ${describe(tag)}`, `the arm for ${found}`);
