/**
 * Keys of constant and derived members that do not count where two contents are compared, as each may come along on one side and
 * not on the other. Names are enough where none of them is also the key of a member that counts.
 */
export type NotCompared = readonly string[] | HiddenMembers;

/** The same where a name alone does not tell: by the structs that lie on either side. */
export interface HiddenMembers {
  /** By name, those in which something does not count, and those around them. */
  readonly structs: Readonly<Record<string, ComparedStruct>>;
  readonly left?: ComparedPart;
  readonly right?: ComparedPart;
}

/** What lies at a place, or is an element of the list there: a struct, by its name, or alternatives. None where everything counts. */
export type ComparedPart = string | readonly ComparedArm[] | undefined;

/** What a struct's value has. */
export interface ComparedStruct {
  /** Keys that do not count. */
  readonly hidden: readonly string[];
  /** What other members are, as far as something within them does not count. */
  readonly inside: Readonly<Record<string, ComparedPart>>;
  /** Alternatives that are merged into the value. */
  readonly arms?: readonly ComparedArm[];
}

/** One alternative: where the member `tag` is `name`, the member `key` is `is`. */
export interface ComparedArm {
  readonly tag: string;
  readonly name: string | undefined;
  readonly key: string;
  readonly is: ComparedPart;
}

/** One of the two values that are compared. */
export type Side = 'left' | 'right';

/** Keys of an object that count: a member that is `undefined` is as good as none. */
export function comparedKeys(value: object, side: Side, notCompared: NotCompared): readonly string[] {
  const hidden = isNames(notCompared) ? notCompared : (structOf(side, notCompared)?.hidden ?? []);
  return Object.keys(value).filter(
    (name) => Reflect.get(value, name) !== undefined && !hidden.includes(name),
  );
}

/** What does not count within the member `key` of both values; elements of lists are as the list. */
export function notComparedWithin(
  key: string,
  left: object,
  right: object,
  notCompared: NotCompared,
): NotCompared {
  if (isNames(notCompared)) return notCompared;
  return {
    structs: notCompared.structs,
    left: partWithin(key, left, 'left', notCompared),
    right: partWithin(key, right, 'right', notCompared),
  };
}

function partWithin(key: string, value: object, side: Side, notCompared: HiddenMembers): ComparedPart {
  const part = notCompared[side];
  const struct = structOf(side, notCompared);
  if (struct !== undefined && Object.hasOwn(struct.inside, key)) return struct.inside[key];
  const arms = typeof part === 'string' ? struct?.arms : part;
  return arms?.find((arm) => arm.key === key && Reflect.get(value, arm.tag) === arm.name)?.is;
}

function structOf(side: Side, notCompared: HiddenMembers): ComparedStruct | undefined {
  const part = notCompared[side];
  return typeof part === 'string' ? notCompared.structs[part] : undefined;
}

/** Whether names alone tell. */
export const isNames = (notCompared: NotCompared): notCompared is readonly string[] =>
  Array.isArray(notCompared);
