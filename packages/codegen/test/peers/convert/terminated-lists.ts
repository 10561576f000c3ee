import type { Expr, Node } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { Definition, Variant } from '../data-set.js';
import type { Alternative } from './alternatives.js';
import { tagsOfChoices, tagsOfVariants, unionNode, valuesOfUnion, variantsOf } from './alternatives.js';
import { theirsOf } from './converted.js';
import type { Planned } from './fields.js';
import type { Frame } from './frame.js';
import { convertNode } from './nodes.js';
import { numberNode, widthOf } from './scalars.js';
import type { Host } from './struct-builder.js';
import { fieldAt } from './struct-builder.js';
import { Unconverted } from './unconverted.js';
import type { Whole } from './whole.js';

/** Whether a list ends with one of certain alternatives, alone or beside a zero byte. */
export function isEndedByArm({ kind, terminal_variants }: Definition): boolean {
  return kind === 'variant_terminated' || (kind === 'null_terminated' && terminal_variants !== undefined);
}

type Tags = Alternative['tags'] & object;

/**
 * A list that ends with an alternative of certain types: a list of the others, for as long as the next number is one of
 * theirs, and the last element behind it.
 */
export function planTerminated(whole: Whole, frame: Frame, definition: Definition): Planned {
  const { name = '', items = {}, kind, terminal_variants = [] } = definition;
  const { builder, prefix } = frame;
  const { type, endianness, variants, tags } = toldBy(whole, items);
  const isLast = variants.map((variant) => terminal_variants.includes(variant.type));
  const isZero = kind === 'null_terminated';
  if (isZero && type !== 'uint8') throw new Unconverted('lists', `that end with a ${type} of zero`);
  const tagNode = (): Node<number> => numberNode(whole, type, endianness);
  const others = tags.map((own) => (isZero ? own.flatMap(withoutZero) : own));

  const slot = builder.slot(prefix + name);
  const host: Host = { builder, slot, isDirect: false };
  const going = variants.filter((_, i) => isLast[i] === false);
  const goingTags = others.filter((_, i) => isLast[i] === false);
  // every alternative is told by its tag, so that the item may be one of all of them
  const item = convertNode(whole, frame, items, host);
  builder.add(
    slot,
    dsl.list(
      item.node,
      dsl.whilePeek(tagNode(), ($) => isOneOf($ as Expr<number>, goingTags.flat())),
    ) as Node<unknown>,
  );
  if (going.length === variants.length && !isZero) throw new Unconverted('lists', 'that no alternative ends');

  const peeked = builder.slot(`${prefix}${name}_last_tag`);
  builder.add(peeked, dsl.peek(tagNode()) as unknown as Node<unknown>);
  const last = builder.slot(`${prefix}${name}_last`);
  const lastHost: Host = { builder, slot: last, isDirect: false };
  const ends = variants.flatMap(({ type: arm }, i): Alternative[] => {
    const own = others[i];
    if (isLast[i] !== true || own === undefined || own.length === 0) return [];
    return [{ type: arm, tags: own, piece: convertNode(whole, frame, { type: arm }, lastHost) }];
  });
  const zero: Alternative = {
    type: ZERO,
    tags: [0],
    piece: { node: dsl.literal(dsl.u8, 0) as Node<unknown>, size: 1, toOurs: () => 0, toTheirs: () => 0 },
  };
  const alternatives = isZero ? [...ends, zero] : ends;
  builder.add(last, unionNode(alternatives));
  builder.relate(($) => fieldAt($, [last]).tag(fieldAt($, [peeked]) as never));
  const isFlat = whole.resolve(items).definition.type === 'choice';
  const values = valuesOfUnion(alternatives, isFlat);
  frame.plans.set(name, { definition, builder, slot });
  return {
    size: undefined,
    slot: {
      write: (theirs, ours, notes) => {
        const list = theirs[name];
        if (!Array.isArray(list)) return;
        const end: unknown = list.at(-1);
        const hasEnd = ends.some(({ type }) => type === (end as { type?: unknown } | undefined)?.type);
        ours[slot] = (hasEnd ? list.slice(0, -1) : list).map((one) => item.toOurs(one, notes));
        ours[last] = values.toOurs(hasEnd || !isZero ? end : { type: ZERO }, notes);
      },
      read: (parts, theirs) => {
        const list = parts.get(slot);
        const end = parts.get(last);
        if (list === undefined || end === undefined) return;
        const elements = list.parts
          .filter(({ segment }) => typeof segment === 'number')
          .map((part) => theirsOf(item, part));
        const value = theirsOf(values, end);
        theirs[name] = (value as { type?: unknown }).type === ZERO ? elements : [...elements, value];
      },
    },
  };
}

/** The arm for a zero byte, which no type is called. */
const ZERO = 'zero byte';

const withoutZero = (tag: Tags[number]): Tags => {
  if (typeof tag !== 'object') return tag === 0 ? [] : [tag];
  const { from, to } = tag as dsl.TagRange<number>; // those of a byte
  return from > 0 ? [tag] : to > 1 ? [dsl.range(1, to)] : [1];
};

/** The number ahead that tells a list's elements apart, and which of them has which. */
function toldBy(
  whole: Whole,
  items: Definition,
): {
  readonly type: string;
  readonly endianness?: string | undefined;
  readonly variants: readonly Variant[];
  readonly tags: readonly Tags[];
} {
  const { definition } = whole.resolve(items);
  const { peek, endianness } = definition.discriminator ?? {};
  if (peek !== undefined) {
    const variants = variantsOf(definition);
    return { type: peek, endianness, variants, tags: tagsOfVariants(variants, widthOf(peek) ?? 0) };
  }
  const { choices = [] } = definition;
  const told = definition.type === 'choice' ? tagsOfChoices(whole, choices) : undefined;
  if (told === undefined)
    throw new Unconverted('lists', 'that end with an alternative which no number ahead tells');
  const variants = choices.map(({ type }) => ({ type: String(type) }));
  return { ...told, variants, tags: told.tags.map((tag) => [tag]) };
}

/** Whether a number is one of some tags. */
function isOneOf(number: Expr<number>, tags: Tags): Expr<boolean> {
  const conditions = tags.map((tag) => {
    if (typeof tag === 'number') return number.eq(tag);
    const { from, to } = tag as dsl.TagRange<number>; // numbers, as what is peeked at
    return number.ge(from).and(number.le(to));
  });
  if (conditions.length === 0) return number.lt(0);
  return conditions.reduce((left, right) => left.or(right));
}
