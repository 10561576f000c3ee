import { atPath } from '../errors/at-path.js';
import { describe } from '../errors/describe.js';
import { describeArms } from '../errors/describe-arms.js';
import { encodeFailure } from '../errors/failures.js';
import { joinPath } from '../errors/join-path.js';
import { listed } from '../errors/listed.js';
import type { Input } from '../input/input.js';
import type { Nesting } from '../output/nesting.js';
import { ROOT } from '../output/nesting.js';
import type { Output } from '../output/output.js';
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
  const facts = solveFacts(arms.table, name as string, arm, value, context, nesting);
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
  writeNamed(output, arms, arm, name as string, state, context, () => tag);
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
  writeNamed(output, arms, arm, name as string, state, context, () => tag);
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
  peek: (finished: Uint8Array, finishedView: DataView, input: Input) => unknown,
  context: C,
): void {
  const arm = namedArm(arms, name, output.offset);
  writeNamed(output, arms, arm, name as string, state, context, peek, true);
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
  if (table.hasFallback) confirm(output, table, undefined, () => tag, context);
  else if (isKnown(table, tag)) throw wrongArm(output, table, tag, describe(kept));
}

/** The same where the tag only shows on the finished bytes. */
export function writeNoPeekedArm<C>(
  output: Output,
  { table }: WritingTable<C>,
  peek: (finished: Uint8Array, finishedView: DataView, input: Input) => unknown,
  context: C,
): void {
  confirm(output, table, undefined, peek, context);
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
  tagOf: (finished: Uint8Array, finishedView: DataView, input: Input) => unknown,
  isPeeked = false,
): void {
  const value = state as never; // the arm itself checks it
  const facts = solveFacts(table, name, arm, value, context, output);
  if (isPeeked || isTried(table, name)) confirm(output, table, { name, facts }, tagOf, context);
  try {
    arm.write(output, value, context, facts);
  } catch (error) {
    throw atPath(error, joinPath(table.path, table.member));
  }
}

/** Records what decode has to choose: an arm with facts, or none. */
function confirm<C>(
  output: Output,
  table: AnyArmTable<C>,
  expected: { readonly name: string; readonly facts: object } | undefined,
  tagOf: (finished: Uint8Array, finishedView: DataView, input: Input) => unknown,
  context: C,
): void {
  const { offset, end } = output;
  decide(output, table.path, {
    offset,
    holds: (finished, finishedView, input) => {
      const tag = tagOf(finished, finishedView, input);
      const chosen = chooseArm(table, tag, finished, finishedView, offset, end, context, input);
      return typeof chosen === 'object' && expected !== undefined
        ? isCandidate(chosen.candidate, expected)
        : chosen === undefined && expected === undefined;
    },
  });
}

function isCandidate<C>(
  { name, facts }: Candidate<C>,
  expected: { readonly name: string; readonly facts: object },
): boolean {
  return (
    name === expected.name &&
    Object.entries(facts).every(([fact, value]) => Object.is(value, Reflect.get(expected.facts, fact)))
  );
}

/** Whether the bytes decide for an arm, rather than its tag alone. */
function isTried<C>({ demands, hasFallback, byTag, arms }: AnyArmTable<C>, name: string): boolean {
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
