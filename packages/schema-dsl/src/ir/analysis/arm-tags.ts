import { describeArms as armNames, describe, listed } from '@bytewright/runtime/codec';
import type { Constant } from '../expression.js';
import { constantValue } from '../expression.js';
import type { TaggedArmIR, TagIR, TagRangeIR, UnionNode } from '../node.js';
import { valueLabel } from '../value-label.js';

/** All tags of an arm. */
export function tagsOf(arm: TaggedArmIR): readonly TagIR[] {
  return arm.tags ?? (arm.tag === undefined ? [] : [arm.tag]);
}

/** Whether a tag is a range of them. */
export function isTagRange(tag: TagIR): tag is TagRangeIR {
  return typeof tag === 'object' && 'from' in tag;
}

/** Whether a selector's value equals a tag, or is within a range of tags. Bytes are compared by content. */
export function isTag(tag: TagIR, value: unknown): boolean {
  if (isTagRange(tag)) {
    const from = constantValue(tag.from) as number; // or bigints, which compare the same way
    const to = constantValue(tag.to) as number;
    return typeof value === typeof from && from <= (value as number) && (value as number) <= to;
  }
  const constant = constantValue(tag);
  if (!(constant instanceof Uint8Array)) return Object.is(constant, value); // -0 and 0 have different encodings
  return (
    value instanceof Uint8Array &&
    value.length === constant.length &&
    constant.every((byte, i) => byte === value[i])
  );
}

/** The arms of a union that have a given tag, in order: one, unless several are tried. */
export function armsFor({ arms }: UnionNode, value: unknown): readonly TaggedArmIR[] {
  return arms.filter((arm) => tagsOf(arm).some((tag) => isTag(tag, value)));
}

/** A tag and the arms that have it, in order. */
export interface TagGroup {
  readonly tags: readonly TagIR[];
  readonly arms: readonly TaggedArmIR[];
  /** Whether the arms are tried on the bytes, as the tag alone does not decide. */
  readonly isTried: boolean;
}

const groupsOf = new WeakMap<UnionNode, readonly TagGroup[]>();

/** A union's tags, grouped by the arms that have them. Ranges are either equal or disjoint, as checked by the compiler. */
export function tagGroups(union: UnionNode): readonly TagGroup[] {
  const known = groupsOf.get(union);
  if (known !== undefined) return known;
  const groups = makeTagGroups(union);
  groupsOf.set(union, groups);
  return groups;
}

function makeTagGroups(union: UnionNode): readonly TagGroup[] {
  const byTag = new Map<string, { tag: TagIR; arms: TaggedArmIR[] }>();
  for (const arm of union.arms) {
    for (const tag of tagsOf(arm)) {
      const key = JSON.stringify(tag);
      const entry = byTag.get(key) ?? { tag, arms: [] };
      byTag.set(key, entry);
      if (entry.arms.at(-1) !== arm) entry.arms.push(arm); // an arm may list a tag twice
    }
  }
  const groups = new Map<string, { tags: TagIR[]; arms: readonly TaggedArmIR[] }>();
  for (const { tag, arms } of byTag.values()) {
    const names = JSON.stringify(arms.map(({ name }) => name));
    const group = groups.get(names) ?? { tags: [], arms };
    group.tags.push(tag);
    groups.set(names, group);
  }
  return [...groups.values()].map((group) => ({ ...group, isTried: isTriedAmong(union, group.arms) }));
}

/** Whether arms with the same tag are tried on the bytes, rather than the only one being taken. */
export function isTriedAmong(union: UnionNode, arms: readonly TaggedArmIR[]): boolean {
  return (
    arms.length > 1 || (arms.length > 0 && (union.followedBy !== undefined || union.fallback !== undefined))
  );
}

const triedOf = new WeakMap<UnionNode, readonly TaggedArmIR[]>();

/** The arms of a union that are tried on the bytes. */
export function triedArms(union: UnionNode): readonly TaggedArmIR[] {
  const known = triedOf.get(union);
  if (known !== undefined) return known;
  const tried = new Set(tagGroups(union).flatMap((group) => (group.isTried ? group.arms : [])));
  const arms = union.arms.filter((arm) => tried.has(arm));
  triedOf.set(union, arms);
  return arms;
}

/** The names of arms, for messages: `one of "a", "b"`, with `undefined` if a raw arm takes everything else. */
export function describeArms(arms: readonly { readonly name: string }[], hasRaw = false): string {
  return armNames(
    arms.map(({ name }) => name),
    hasRaw,
  );
}

/** The label of a selector's value in messages: `kind `. */
export function selectorLabel({ selector }: UnionNode): string {
  return selector === undefined ? '' : valueLabel(selector);
}

/** Tags as messages print them: `1, 2, 0x20 (32) to 0x7e (126)`. */
export function describeTags(tags: readonly TagIR[]): string {
  const one = (constant: Constant): string => describe(constantValue(constant));
  const texts = tags.map((tag) => (isTagRange(tag) ? `${one(tag.from)} to ${one(tag.to)}` : one(tag)));
  return listed([...new Set(texts)]);
}
