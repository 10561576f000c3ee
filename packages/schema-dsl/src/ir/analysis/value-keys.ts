import type { FirstOfNode, NodeIR, UnionNode } from '../node.js';
import type { FlagsNode } from '../nodes/flags.js';
import { UNKNOWN_BITS } from '../nodes/flags.js';
import type { StructIR } from '../schema.js';

/** The keys of the value of a struct or a union, in the order in which decoders produce them. */
export interface KeySet {
  readonly keys: readonly string[];
  /** The names of the arms whose values have these keys; `undefined` is the raw arm. */
  readonly arms: readonly (string | undefined)[];
}

/** The sets of keys of values, one per kind of arm: the first one is that of most arms, and of values that name none. */
export type KeySets = readonly [KeySet, ...KeySet[]];

/** The keys of alternatives. */
export function keysOfUnion(node: UnionNode | FirstOfNode): KeySets {
  const sets = new Map<string, { readonly keys: readonly string[]; readonly arms: (string | undefined)[] }>();
  const add = (arm: string | undefined, members: readonly (string | undefined)[]): void => {
    const keys = members.filter((member) => member !== undefined);
    const set = sets.get(keys.join()) ?? { keys, arms: [] };
    sets.set(keys.join(), set);
    set.arms.push(arm);
  };
  const { tag, value } = node;
  if (node.kind === 'firstOf') for (const { name } of node.arms) add(name, [tag, value]);
  else {
    for (const { name, rawTag } of node.arms) add(name, [tag, rawTag, value]);
    if (node.otherwise !== undefined) add(undefined, [tag, node.otherwise.rawTag, node.otherwise.raw]);
  }
  const [first, ...others] = [...sets.values()].sort((a, b) => b.arms.length - a.arms.length);
  return [first ?? { keys: [tag, value], arms: [] }, ...others];
}

/** The keys of a struct: its visible fields, and the members of a merged union. */
export function keysOfStruct(struct: StructIR): KeySets {
  const { fields, flat } = struct;
  const visible = fields.filter(({ visibility }) => visibility === 'value');
  const union = mergedAlternatives(struct);
  const [first, ...others]: KeySets = union === undefined ? [{ keys: [], arms: [] }] : keysOfUnion(union);
  const withFields = ({ keys, arms }: KeySet): KeySet => ({
    keys: visible.flatMap(({ name }) => (name === flat ? keys : [name])),
    arms,
  });
  return [withFields(first), ...others.map(withFields)];
}

/** The keys of a flag set. */
export function keysOfFlags({ flags, strict }: FlagsNode): readonly string[] {
  return [...flags.map(({ name }) => name), ...(strict ? [] : [UNKNOWN_BITS])];
}

/** Whether the key of a field may be omitted, as its value may be `undefined`. */
export function isOmissible(node: NodeIR): boolean {
  switch (node.kind) {
    case 'optional':
      return true;
    case 'padding':
    case 'align':
      return node.keep;
    case 'at':
      return node.when !== undefined || isOmissible(node.node);
    case 'bind':
    case 'search':
    case 'sized':
    case 'processed':
    case 'tail':
      return isOmissible(node.node);
    default:
      return false;
  }
}

/** Names of the fields of a struct that its value may include although they are not needed: constants and derived fields. */
export function givenKeys(struct: StructIR): readonly string[] {
  const keys = new Set(keysOfStruct(struct).flatMap((set) => set.keys));
  const checksums = new Set(struct.checksums?.map(({ field }) => field));
  return struct.fields
    .filter(({ name, visibility, node, encode }) => {
      if (keys.has(name)) return false; // a merged union may have a member with that name
      if (visibility === 'constant') return node.kind === 'literal';
      return visibility === 'derived' && (encode !== undefined || checksums.has(name));
    })
    .map(({ name }) => name);
}

/** The alternatives that are merged into a struct's value, inside any wrappers. */
export function mergedAlternatives({ fields, flat }: StructIR): UnionNode | FirstOfNode | undefined {
  const merged = fields.find(({ name }) => name === flat);
  return merged && alternativesIn(merged.node);
}

function alternativesIn(node: NodeIR): UnionNode | FirstOfNode | undefined {
  switch (node.kind) {
    case 'union':
    case 'firstOf':
      return node;
    case 'bind':
    case 'sized':
    case 'processed':
      return alternativesIn(node.node);
    default:
      return undefined;
  }
}
