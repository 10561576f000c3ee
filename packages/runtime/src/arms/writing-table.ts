import type { AnyWritingArm, WritingArms, WritingArmsOf } from './arm.js';
import type { AnyArmTable, ArmTable, Candidate } from './arm-table.js';
import { isTried } from './choose-arm.js';

/** One arm of a {@link WritingTable}, with what is known of it before any value is. */
export interface WritingEntry<C> {
  readonly name: string;
  readonly arm: AnyWritingArm<C>;
  /** The tags that stand for it. */
  readonly tags: readonly unknown[];
  /** All that decode would try for it. */
  readonly candidates: readonly Candidate<C>[];
  /** Whether the bytes decide for it, rather than its tag alone. */
  readonly isDecided: boolean;
}

/** The writing half of a union's table. */
export interface WritingTable<C> {
  readonly table: AnyArmTable<C>;
  /** Its arms by the names that values have. */
  readonly byName: ReadonlyMap<unknown, WritingEntry<C>>;
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
  // they are looked at by names that values have: which arms there are is no longer known then
  const any = table as unknown as AnyArmTable<C>;
  const byName = new Map<unknown, WritingEntry<C>>();
  for (const [name, arm] of Object.entries(writing as WritingArms<C>)) {
    const tags = any.arms[name]?.tags ?? [name];
    const isDecided = tags.some((tag) => isTried(any, any.byTag.get(tag) ?? []));
    byName.set(name, { name, arm, tags, candidates: any.byName.get(name) ?? [], isDecided });
  }
  return { table: any, byName, hasRaw };
}
