import type { ComparedArm, ComparedPart, ComparedStruct, HiddenMembers } from '@bytewright/runtime/codec';
import type { FirstOfNode, NodeIR, UnionNode } from '../node.js';
import type { SchemaIR } from '../schema.js';
import { structNamed } from './struct-named.js';
import { givenKeys, mergedAlternatives } from './value-keys.js';

/**
 * The constants and derived fields inside two contents, which are ignored when these are compared: listed by the structs that
 * contain them, as the same name may belong to a member that counts elsewhere.
 *
 * @param left the node of one side; `undefined` if it contains no structs
 */
export function hiddenMembers(
  left: NodeIR | undefined,
  right: NodeIR | undefined,
  structs: SchemaIR['structs'],
): HiddenMembers {
  const sides = [left, right].map((node) => (node === undefined ? undefined : partOf(node)));
  const all = new Map<string, ComparedStruct>();
  for (const part of sides) addStructs(part, all, structs);
  const hiding = structsThatHide(all);
  const kept = (part: ComparedPart): ComparedPart => keptPart(part, hiding);
  const [ofLeft, ofRight] = sides.map(kept);
  return {
    structs: Object.fromEntries(
      [...all].filter(([name]) => hiding.has(name)).map(([name, struct]) => [name, keptStruct(struct, kept)]),
    ),
    ...(ofLeft === undefined ? {} : { left: ofLeft }),
    ...(ofRight === undefined ? {} : { right: ofRight }),
  };
}

/** The part for a node's value, or for the elements of a list. */
function partOf(node: NodeIR): ComparedPart {
  switch (node.kind) {
    case 'struct':
      return node.name;
    case 'union':
    case 'firstOf':
      return armsOf(node);
    case 'list':
      return partOf(node.element);
    case 'bind':
    case 'search':
    case 'sized':
    case 'processed':
    case 'optional':
    case 'peek':
    case 'at':
    case 'atEach':
    case 'tail':
      return partOf(node.node);
    default:
      return undefined;
  }
}

function armsOf(node: UnionNode | FirstOfNode): readonly ComparedArm[] {
  const { tag, value } = node;
  const arms = node.arms.map(
    (arm): ComparedArm => ({ tag, name: arm.name, key: value, is: partOf(arm.node) }),
  );
  const raw = node.kind === 'union' ? node.otherwise : undefined;
  return raw === undefined ? arms : [...arms, { tag, name: undefined, key: raw.raw, is: partOf(raw.node) }];
}

/** Adds all structs inside a part, at any depth. */
function addStructs(
  part: ComparedPart,
  all: Map<string, ComparedStruct>,
  structs: SchemaIR['structs'],
): void {
  if (part === undefined) return;
  if (typeof part !== 'string') {
    for (const arm of part) addStructs(arm.is, all, structs);
    return;
  }
  if (all.has(part)) return;
  const struct = structNamed(part, structs);
  const merged = mergedAlternatives(struct);
  const visible = struct.fields.filter(
    ({ name, visibility }) => visibility === 'value' && name !== struct.flat,
  );
  const found: ComparedStruct = {
    hidden: givenKeys(struct),
    inside: Object.fromEntries(visible.map(({ name, node }) => [name, partOf(node)])),
    ...(merged === undefined ? {} : { arms: armsOf(merged) }),
  };
  all.set(part, found);
  for (const inner of [...Object.values(found.inside), found.arms]) addStructs(inner, all, structs);
}

/** The structs that have hidden members, directly or in nested parts. */
function structsThatHide(all: ReadonlyMap<string, ComparedStruct>): ReadonlySet<string> {
  const hiding = new Set([...all].filter(([, { hidden }]) => hidden.length > 0).map(([name]) => name));
  let before: number;
  do {
    before = hiding.size;
    for (const [name, { inside, arms }] of all)
      if ([...Object.values(inside), arms].some((part) => keptPart(part, hiding) !== undefined))
        hiding.add(name);
  } while (hiding.size > before);
  return hiding;
}

function keptStruct(
  { hidden, inside, arms }: ComparedStruct,
  kept: (part: ComparedPart) => ComparedPart,
): ComparedStruct {
  const parts = Object.entries(inside).map(([name, part]) => [name, kept(part)] as const);
  const merged = kept(arms);
  return {
    hidden,
    inside: Object.fromEntries(parts.filter(([, part]) => part !== undefined)),
    ...(typeof merged === 'object' ? { arms: merged } : {}),
  };
}

/** A part without what hides nothing; `undefined` if nothing remains. */
function keptPart(part: ComparedPart, hiding: ReadonlySet<string>): ComparedPart {
  if (part === undefined) return undefined;
  if (typeof part === 'string') return hiding.has(part) ? part : undefined;
  const arms = part.flatMap((arm) => {
    const is = keptPart(arm.is, hiding);
    return is === undefined ? [] : [{ ...arm, is }];
  });
  return arms.length === 0 ? undefined : arms;
}
