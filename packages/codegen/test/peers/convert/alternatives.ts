import type { Node, TagRange } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { Definition, Variant } from '../data-set.js';
import { isRecord, plainValue } from '../data-set.js';
import type { Values } from './converted.js';
import { theirsOf } from './converted.js';
import { sizeByField } from './extents.js';
import type { Planned } from './fields.js';
import { valueSlot } from './fields.js';
import type { Frame } from './frame.js';
import type { Piece, Use } from './nodes.js';
import { convertNode } from './nodes.js';
import { operandOf, planOf } from './operands.js';
import { parseCondition } from './parse-condition.js';
import { numberNode, widthOf } from './scalars.js';
import type { Host } from './struct-builder.js';
import { fieldAt } from './struct-builder.js';
import type { Interval } from './tag-sets.js';
import { tagSet, without } from './tag-sets.js';
import { Unconverted } from './unconverted.js';
import type { Whole } from './whole.js';

/** An alternative, by its type's name. */
export interface Alternative {
  readonly type: string;
  readonly piece: Piece;
  /** The tags that it has; none for the one that takes what no other one does. */
  readonly tags: readonly (number | bigint | string | TagRange<number> | TagRange<bigint>)[] | undefined;
}

/** Adds a choice or a discriminated union to a struct, with what tells its alternatives apart. */
export function planUnion(whole: Whole, frame: Frame, definition: Definition, use: Use): Planned {
  if (definition.type === 'choice') return planChoice(whole, frame, definition, use);
  const { name = '', discriminator = {}, byte_budget } = definition;
  const { builder, prefix } = frame;
  const variants = variantsOf(definition);
  const slotName = prefix + name;
  if (discriminator.peek !== undefined) {
    const peeked = builder.slot(`${slotName}_peek`);
    const tagNode = numberNode(whole, discriminator.peek, discriminator.endianness);
    builder.add(peeked, dsl.peek(tagNode) as unknown as Node<unknown>);
    const slot = builder.slot(slotName);
    const tags = tagsOfVariants(variants, widthOf(discriminator.peek) ?? 0);
    const alternatives = convertVariants(whole, frame, variants, tags, { builder, slot, isDirect: false });
    builder.add(slot, unionNode(alternatives));
    builder.relate(($) => fieldAt($, [slot]).tag(fieldAt($, [peeked]) as never));
    frame.plans.set(name, { definition, builder, slot });
    return { slot: valueSlot(name, slot, valuesOfUnion(alternatives, false)), size: undefined };
  }
  if (discriminator.field === undefined) throw new Unconverted('alternatives', 'that nothing tells apart');
  const slot = builder.slot(slotName);
  const host: Host = { builder, slot, isDirect: false };
  const { union, values } = convertByField(whole, frame, definition, host);
  const budget =
    byte_budget === undefined ? undefined : sizeByField(frame, byte_budget.field, definition, host);
  builder.add(slot, budget === undefined ? union : (dsl.sized(budget, union) as Node<unknown>));
  frame.plans.set(name, { definition, builder, slot });
  return { slot: valueSlot(name, slot, values), size: undefined };
}

/** A union that a field tells, and the relation that says so. */
export function convertByField(
  whole: Whole,
  frame: Frame,
  definition: Definition,
  host: Host,
): { readonly union: Node<unknown>; readonly values: Values } {
  const path = definition.discriminator?.field ?? '';
  const variants = variantsOf(definition);
  const selector = operandOf(frame, path, host.builder);
  const width = widthOf(planOf(frame, path).definition.type);
  if (selector.type === 'constant' || (selector.type !== 'string' && width === undefined))
    throw new Unconverted('alternatives', `that ${path} tells apart`);
  const tags = selector.type === 'string' ? variants.map(textTag) : tagsOfVariants(variants, width ?? 0);
  const alternatives = convertVariants(whole, frame, variants, tags, host);
  host.builder.relate(($) => fieldAt($, [host.slot]).tag(selector.of($)));
  return { union: unionNode(alternatives), values: valuesOfUnion(alternatives, false) };
}

/** The variants of a union. */
export function variantsOf({ variants = [] }: Definition): readonly Variant[] {
  if (!Array.isArray(variants)) throw new Unconverted('alternatives', 'without variants');
  return variants as readonly Variant[];
}

function textTag({ when }: Variant): readonly string[] | undefined {
  if (when === undefined) return undefined;
  const condition = parseCondition(when);
  if (condition.op === '==' && condition.left.op === 'path' && condition.right.op === 'text')
    return [condition.right.value];
  throw new Unconverted('alternatives', `of texts where ${when}`);
}

/** The numbers that each variant has, the first one that takes a number keeping it. */
export function tagsOfVariants(
  variants: readonly Variant[],
  width: number,
): readonly (Alternative['tags'] & object)[] {
  const max = 2n ** BigInt(width) - 1n;
  let left: readonly Interval[] = [{ from: 0n, to: max }];
  return variants.map(({ when }) => {
    const wanted = when === undefined ? left : tagSet(when, max);
    const taken = without(wanted, without([{ from: 0n, to: max }], left));
    left = without(left, taken);
    return taken.map(({ from, to }) => {
      if (width === 64) return from === to ? from : dsl.range(from, to);
      return from === to ? Number(from) : dsl.range(Number(from), Number(to));
    });
  });
}

export function convertVariants(
  whole: Whole,
  frame: Frame,
  variants: readonly Variant[],
  tags: readonly Alternative['tags'][],
  host: Host,
): readonly Alternative[] {
  return variants.flatMap(({ type }, i) => {
    if (tags[i]?.length === 0) return []; // others take all its tags
    return [{ type, tags: tags[i], piece: convertNode(whole, frame, { type }, host) }];
  });
}

/** The union of alternatives. */
export function unionNode(alternatives: readonly Alternative[]): Node<unknown> {
  const arms = alternatives.flatMap(({ type, tags, piece }) => {
    if (tags === undefined) return [];
    return [[type, dsl.on((tags.length === 1 ? tags[0] : tags) as number, piece.node)] as const];
  });
  const other = alternatives.find(({ tags }) => tags === undefined);
  return dsl.union(Object.fromEntries(arms), other === undefined ? {} : { otherwise: other.piece.node });
}

/** Values of a union: `{ type, value }`, or `{ type, …fields }` where they are flat. */
export function valuesOfUnion(alternatives: readonly Alternative[], isFlat: boolean): Values {
  const other = alternatives.find(({ tags }) => tags === undefined);
  return {
    toOurs: (value, notes) => {
      const chosen = isRecord(value) ? alternatives.find(({ type }) => type === value.type) : undefined;
      if (!isRecord(value) || chosen === undefined) return value;
      const { type, ...fields } = value;
      return {
        type: chosen === other ? undefined : type,
        value: chosen.piece.toOurs(isFlat ? fields : value.value, notes),
      };
    },
    toTheirs: (value, parts) => {
      if (!isRecord(value)) return value;
      const chosen = alternatives.find(({ type }) => type === value.type) ?? other;
      const part = parts.find(({ segment }) => segment === 'value');
      if (chosen === undefined || part === undefined) return value;
      const inner = theirsOf(chosen.piece, part);
      return isFlat && isRecord(inner)
        ? { type: chosen.type, ...inner }
        : { type: chosen.type, value: inner };
    },
  };
}

/** The constant with which each choice begins, where they are told apart by one. */
export function tagsOfChoices(
  whole: Whole,
  choices: readonly Definition[],
):
  | { readonly type: string; readonly endianness?: string; readonly tags: readonly (number | bigint)[] }
  | undefined {
  const firsts = choices.map((choice) => whole.resolve(choice).definition.sequence?.[0]);
  const [first] = firsts;
  const tags = firsts.map((one) => plainValue(one?.const));
  const isTold =
    firsts.every((one) => one?.type === first?.type && one?.endianness === first?.endianness) &&
    tags.every((tag) => typeof tag === 'number' || typeof tag === 'bigint') &&
    new Set(tags).size === tags.length;
  if (!isTold || typeof first?.type !== 'string') return undefined;
  const { type, endianness } = first;
  // each is one of these, as has just been seen
  const numbers = (tags as readonly (number | bigint)[]).map((tag) =>
    widthOf(type) === 64 ? BigInt(tag) : Number(tag),
  );
  return { type, ...(endianness !== undefined && { endianness }), tags: numbers };
}

/** A choice of structs: by the constant that they begin with, or else the first that parses. */
function planChoice(whole: Whole, frame: Frame, definition: Definition, use: Use): Planned {
  const { name = '', choices = [] } = definition;
  const { builder, prefix } = frame;
  const told = tagsOfChoices(whole, choices);
  const tag = told && builder.slot(`${prefix}${name}_tag`);
  if (told !== undefined && tag !== undefined)
    builder.add(tag, dsl.derived(numberNode(whole, told.type, told.endianness)) as Node<unknown>);
  const slot = builder.slot(prefix + name);
  const alternatives = choices.map((choice, i): Alternative => {
    const type = String(choice.type);
    const { place } = use;
    const piece = convertNode(
      whole,
      frame,
      choice,
      { builder, slot, isDirect: false },
      {
        isTagged: told !== undefined,
        ...(place && { place: { ...place, type } }),
      },
    );
    const number = told?.tags[i];
    return { type, piece, tags: number === undefined ? undefined : [number] };
  });
  if (told === undefined || tag === undefined) {
    const arms = Object.fromEntries(alternatives.map(({ type, piece }) => [type, piece.node]));
    builder.add(slot, dsl.firstOf(arms) as unknown as Node<unknown>);
  } else {
    builder.add(slot, unionNode(alternatives));
    builder.relate(($) => fieldAt($, [tag]).is(dsl.tagOf(fieldAt($, [slot]))));
  }
  frame.plans.set(name, { definition, builder, slot, first: tag ?? slot });
  return {
    slot: valueSlot(name, slot, valuesOfUnion(alternatives, true)),
    size: undefined,
    ...(told &&
      tag !== undefined && { choice: { first: tag, ahead: (widthOf(told.type) ?? 0) / 8, alternatives } }),
  };
}
