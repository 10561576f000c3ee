import type { Explanation, Node } from '@bytewright/schema-dsl';

/** What is noticed while a value is turned into one of ours. */
export interface Notes {
  /** A number that the field's width does not hold exactly. */
  rounded: boolean;
  /** A computed field that the value brings along. */
  given: boolean;
}

/** Values of a node in both directions. */
export interface Values {
  toOurs(value: unknown, notes: Notes): unknown;
  /** The data set's form of a decoded value; `parts` are what it consists of, with what is in no value. */
  toTheirs(value: unknown, parts: readonly Explanation[]): unknown;
}

/** A node, and its values in both directions. */
export interface Converted extends Values {
  readonly node: Node<unknown>;
  /** The bytes that all values take, where that is known. */
  readonly size: number | undefined;
}

/** What a field of theirs is in a struct of ours, where it may be none, one or several. */
export interface Slot {
  /** Moves the field from a value of theirs into one of ours. */
  write(theirs: Readonly<Record<string, unknown>>, ours: Record<string, unknown>, notes: Notes): void;
  /** The other way, from the decoded parts of a struct by their names. */
  read(parts: ReadonlyMap<string, Explanation>, theirs: Record<string, unknown>): void;
}

/** The parts of a struct by their names. */
export function partsByName(parts: readonly Explanation[]): ReadonlyMap<string, Explanation> {
  return new Map(parts.map((part) => [String(part.segment), part]));
}

/** The form of theirs of a part. */
export function theirsOf(converted: Values, part: Explanation): unknown {
  return converted.toTheirs(part.value, part.parts);
}
