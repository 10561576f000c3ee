import { checkKeys } from '@bytewright/runtime/codec';
import type { KeySet, KeySets } from '../ir/analysis/value-keys.js';
import {
  givenKeys,
  keysOfFlags,
  keysOfStruct,
  keysOfUnion,
  mergedAlternatives,
} from '../ir/analysis/value-keys.js';
import type { FirstOfNode, UnionNode } from '../ir/node.js';
import type { FlagsNode } from '../ir/nodes/flags.js';
import type { StructIR } from '../ir/schema.js';
import type { EncodeContext } from './encode-context.js';

/** Sets of keys by their owner: every value is checked against them. */
const known = new WeakMap<object, KeySets>();
const given = new WeakMap<StructIR, readonly string[]>();
const ofFlags = new WeakMap<FlagsNode, readonly string[]>();

/**
 * Checks that a struct's value has only the struct's keys, and returns it.
 *
 * @returns the value, and whether it includes constant or derived fields
 */
export function checkStructKeys(
  struct: StructIR,
  value: unknown,
  context: EncodeContext,
): { readonly fields: object; readonly isAnyGiven: boolean } {
  const sets = remembered(known, struct, () => keysOfStruct(struct));
  const hidden = remembered(given, struct, () => givenKeys(struct));
  const { keys } = sets.length === 1 ? sets[0] : keySetOf(sets, mergedAlternatives(struct), value);
  const isAnyGiven = context.attempt(() => checkKeys(value, keys, context.errorOffset, '', hidden));
  return { fields: value as object, isAnyGiven }; // as just checked
}

/** Checks that a union's value has only the keys of its arm, and returns it. */
export function checkUnionKeys(
  node: UnionNode | FirstOfNode,
  value: unknown,
  context: EncodeContext,
): object {
  const sets = remembered(known, node, () => keysOfUnion(node));
  const { keys } = keySetOf(sets, node, value);
  context.attempt(() => checkKeys(value, keys, context.errorOffset, ''));
  return value as object; // as just checked
}

/** Checks that a flag set's value has only its flags as keys, and returns it. */
export function checkFlagKeys(node: FlagsNode, value: unknown, context: EncodeContext): object {
  const keys = remembered(ofFlags, node, () => keysOfFlags(node));
  context.attempt(() => checkKeys(value, keys, context.errorOffset, ''));
  return value as object; // as just checked
}

/** The keys of the arm that a value names. A value that is not an object names none, and is rejected anyway. */
function keySetOf(
  [first, ...others]: KeySets,
  node: UnionNode | FirstOfNode | undefined,
  value: unknown,
): KeySet {
  const arm: unknown = node && Reflect.get(Object(value), node.tag);
  return others.find(({ arms }) => arms.some((name) => name === arm)) ?? first;
}

function remembered<K extends object, V>(memo: WeakMap<K, V>, key: K, make: () => V): V {
  const found = memo.get(key);
  if (found !== undefined) return found;
  const made = make();
  memo.set(key, made);
  return made;
}
