import type { Expr } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { Computed } from '../data-set.js';
import type { Formula } from './computed.js';
import { atStart } from './computed.js';
import type { Frame, Place, Plan, Unrolled } from './frame.js';
import { startOf } from './frame.js';
import type { Path, Selector } from './parse-path.js';
import type { Lazy, References } from './struct-builder.js';
import { fieldAt } from './struct-builder.js';
import { MeaninglessSchema, Unconverted } from './unconverted.js';
import type { Whole } from './whole.js';

/** A condition that is known from the schema alone, or one of values. */
type Condition = boolean | Lazy<boolean>;
type Amount = number | Lazy<number>;

/** A number that no field holds: an encoder refuses it. */
const UNFIT = -1;

const amount = (of: Amount, $: References): Expr<number> =>
  typeof of === 'number' ? dsl.constant(of) : of($);

function choose(condition: Condition, yes: Amount, no: Amount): Amount {
  if (typeof condition === 'boolean') return condition ? yes : no;
  return ($) => condition($).choose(amount(yes, $), amount(no, $)) as Expr<number>;
}

function add(left: Amount, right: Amount): Amount {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  if (left === 0) return right;
  if (right === 0) return left;
  return ($) => amount(left, $).plus(amount(right, $));
}

/** Whether an element is of a type. */
function isOf({ tags, slot, type }: Unrolled, wanted: string): Condition {
  if (tags === undefined) return type === wanted;
  const tag = tags.get(wanted);
  if (tag === undefined) return false;
  return ($) => dsl.tagOf(fieldAt($, [slot])).eq(tag as never);
}

/** A list of which an element is selected, with the frame that it is a field of. */
function listAt(
  frame: Frame,
  path: Path,
): { readonly plan: Plan; readonly selector: Selector; readonly rest: readonly string[] } {
  const [list, ...rest] = path.steps;
  if (list?.selector === undefined || rest.some(({ selector }) => selector !== undefined))
    throw new Unconverted('selected elements', path.text);
  let at: Frame | undefined = startOf(frame, path);
  while (at !== undefined && !at.plans.has(list.name)) at = path.up > 0 ? undefined : at.parent;
  const plan = at?.plans.get(list.name);
  if (plan === undefined) throw new MeaninglessSchema(`${path.text}: there is no list ${list.name}`);
  return { plan, selector: list.selector, rest: rest.map(({ name }) => name) };
}

/** What is computed of a selected element: where it lies, or how long a field of it is. */
export function selectedValue(
  whole: Whole,
  frame: Frame,
  { type }: Computed,
  path: Path,
  size: number,
): Formula {
  const { plan, selector, rest } = listAt(frame, path);
  const none = 2 ** (8 * size) - 1;
  if (plan.elements === undefined) return ofPlainList(plan, selector, type, rest, none);
  const { elements } = plan;
  const value = (element: Unrolled): Amount => {
    if (type === 'position_of' && rest.length === 0) {
      atStart(plan.builder);
      return ($) => dsl.offsetOf(fieldAt($, [element.first]));
    }
    if (type === 'length_of' && rest.length === 1) return lengthWithin(element, selector.type, rest[0] ?? '');
    throw new Unconverted('selected elements', `${type} ${path.text}`);
  };
  // from within an element, its own type is known, and those behind it are not seen
  const place = placeOf(frame);
  const own = indexWithin(frame, plan);
  if (own >= 0) whole.leavesOut(FORWARD);
  const seen = own < 0 ? elements : elements.slice(0, own + 1);
  const possible = seen.map((element, i) =>
    i === own ? place?.type === selector.type : isOf(element, selector.type),
  );
  const values = seen.map((element, i) => (possible[i] === false ? 0 : value(element)));
  switch (selector.which) {
    case 'first':
      return {
        owner: plan.builder,
        of: seen.reduceRight<Amount>(
          (otherwise, _, i) => choose(possible[i] ?? false, values[i] ?? 0, otherwise),
          own < 0 ? none : UNFIT,
        ),
      };
    case 'last':
      if (own >= 0) throw new Unconverted('selected elements', 'the last one, from within another one');
      return {
        owner: plan.builder,
        of: elements.reduce<Amount>(
          (otherwise, _, i) => choose(possible[i] ?? false, values[i] ?? 0, otherwise),
          none,
        ),
      };
    case 'corresponding': {
      const rank = rankOf(place, plan);
      return {
        owner: plan.builder,
        of: seen.reduceRight<Amount>((otherwise, _, i) => {
          const before = countOf(possible.slice(0, i));
          return choose(both(possible[i] ?? false, equal(before, rank)), values[i] ?? 0, otherwise);
        }, UNFIT),
      };
    }
  }
}

/** A list of one type is where it is all the time. */
function ofPlainList(
  { definition, builder, slot }: Plan,
  { which, type: wanted }: Selector,
  type: string,
  rest: readonly string[],
  none: number,
): Formula {
  const { kind, length, items } = definition;
  const isFirst = which === 'first' && type === 'position_of' && rest.length === 0 && items?.type === wanted;
  if (!isFirst) throw new Unconverted('selected elements', `of a list of kind ${kind}`);
  atStart(builder);
  const offset: Lazy<number> = ($) => dsl.offsetOf(fieldAt($, [slot]));
  if (kind === 'fixed') return { owner: builder, of: length === 0 ? none : offset };
  return {
    owner: builder,
    of: ($) =>
      dsl
        .count(fieldAt($, [slot]) as never)
        .eq(0)
        .choose(dsl.constant(none), offset($)) as Expr<number>,
  };
}

const countOf = (conditions: readonly Condition[]): Amount =>
  conditions.reduce<Amount>((sum, condition) => add(sum, choose(condition, 1, 0)), 0);

function both(left: Condition, right: Condition): Condition {
  if (typeof left === 'boolean') return left && right;
  if (typeof right === 'boolean') return right && left;
  return ($) => left($).and(right($));
}

function equal(left: Amount, right: Amount): Condition {
  if (typeof left === 'number' && typeof right === 'number') return left === right;
  return ($) => amount(left, $).eq(amount(right, $));
}

function placeOf(frame: Frame): Place | undefined {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent)
    if (at.place !== undefined) return at.place;
  return undefined;
}

/** How many elements of its own type are in front of one. */
function rankOf(place: Place | undefined, target: Plan): Amount {
  if (place === undefined)
    throw new Unconverted('selected elements', 'that correspond to one in a list of no fixed length');
  const { list, field, index, type } = place;
  const own = list.plans.get(field);
  if (own?.elements === undefined || own.builder !== target.builder)
    throw new Unconverted('selected elements', 'that correspond across structs');
  return countOf(own.elements.slice(0, index).map((element) => isOf(element, type)));
}

/** The length of a field of an element: known, or what all others leave of the element. */
function lengthWithin({ slot, frames }: Unrolled, type: string, name: string): Amount {
  const plans = frames.get(type)?.plans;
  const wanted = plans?.get(name);
  if (plans === undefined || wanted === undefined)
    throw new MeaninglessSchema(`${type} has no field ${name}`);
  const { definition } = wanted;
  const unit = definition.type === 'array' ? elementSize(definition.items?.type) : 1;
  if (definition.type === 'array' && definition.kind === 'fixed') return definition.length ?? 0;
  if (wanted.scalar === 'number')
    throw new Unconverted('selected elements', 'the value of a field of an alternative');
  const others = [...plans.values()].filter((plan) => plan !== wanted).map(({ size }) => size);
  if (unit === undefined || others.some((size) => size === undefined))
    throw new Unconverted('selected elements', 'the length of one of several fields that vary');
  const rest = others.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  return ($) =>
    dsl
      .byteLength(fieldAt($, [slot]))
      .minus(rest)
      .div(unit);
}

function elementSize(type: unknown): number | undefined {
  const [, width] = /^(?:uint|int|float)(8|16|32|64)$/.exec(String(type)) ?? [];
  return width === undefined ? undefined : Number(width) / 8;
}

/** The bytes of all elements of a type. */
export function sumOfType(whole: Whole, frame: Frame, plan: Plan, type: string): Formula {
  const { elements, builder, slot, definition } = plan;
  if (elements === undefined) {
    if (definition.items?.type === type)
      return { owner: builder, of: ($) => dsl.byteLength(fieldAt($, [slot])) };
    throw new Unconverted('selected elements', `the sizes of all ${type} in a list of no fixed length`);
  }
  const own = indexWithin(frame, plan);
  const seen = own < 0 ? elements : elements.slice(0, own);
  const place = placeOf(frame);
  const itself = elements[own];
  if (place !== undefined && itself !== undefined) {
    if (place.type === type) throw new Unconverted('selected elements', 'a sum that the element is part of');
    whole.leavesOut(FORWARD);
    const isItself = isOf(itself, place.type);
    for (const later of elements.slice(own + 1)) {
      const isLeftOut = both(isItself, isOf(later, type));
      if (typeof isLeftOut === 'function') builder.relate(($) => dsl.check(isLeftOut($).not(), FORWARD));
    }
  }
  return {
    owner: builder,
    of: seen.reduce<Amount>((sum, element) => {
      const bytes: Lazy<number> = ($) => dsl.byteLength(fieldAt($, [element.slot])).plus(element.ahead);
      return add(sum, choose(isOf(element, type), bytes, 0));
    }, 0),
  };
}

/** Where in a list the struct is that refers to the list, or -1 where it is in no element of it. */
function indexWithin(frame: Frame, list: Plan): number {
  const place = placeOf(frame);
  return place !== undefined && place.list.plans.get(place.field) === list ? place.index : -1;
}

/** What is left out where an element computes something of others: those behind it are not there yet on decode. */
const FORWARD = 'an element of a list refers to one that lies further on';
