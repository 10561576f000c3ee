import * as dsl from '@bytewright/schema-dsl';
import type { Computed } from '../data-set.js';
import type { Frame, Plan } from './frame.js';
import { locate } from './frame.js';
import { operandOf } from './operands.js';
import type { Path } from './parse-path.js';
import { parsePath } from './parse-path.js';
import { carry } from './refer.js';
import { selectedValue, sumOfType } from './selections.js';
import type { Lazy, StructBuilder } from './struct-builder.js';
import { fieldAt } from './struct-builder.js';
import { MeaninglessSchema, Unconverted } from './unconverted.js';
import type { Whole } from './whole.js';

/** A number that a computed field holds, as the struct sees it in which it can be computed. */
export interface Formula {
  readonly owner: StructBuilder;
  readonly of: Lazy<number> | number;
}

/** Says what a computed field follows from. */
export function relateComputed(
  whole: Whole,
  frame: Frame,
  slot: string,
  computed: Computed,
  size: number,
): void {
  const { builder } = frame;
  if (computed.type === 'crc32_of') {
    const target = planAt(frame, parsePath(computed.target ?? ''));
    if (target.builder !== builder) throw new Unconverted('relations between structs', 'a checksum');
    builder.relate(($) => {
      const covered = fieldAt($, [target.slot]);
      return fieldAt($, [slot]).is(dsl.crc32(dsl.span(covered, covered)));
    });
    return;
  }
  const { owner, of } = formulaOf(whole, frame, computed, size);
  if (typeof of === 'number') {
    builder.relate(($) => fieldAt($, [slot]).is(dsl.constant(of)));
    return;
  }
  const value = carry(of, owner, builder, 'number');
  builder.relate(($) => fieldAt($, [slot]).is(value($)));
}

/** What became of the field at the end of a path without selectors. */
function planAt(frame: Frame, path: Path): Plan {
  if (path.steps.some(({ selector }) => selector !== undefined))
    throw new Unconverted('selected elements', `of ${path.text} as a whole`);
  const found = locate(frame, path);
  const plan = found.frame.plans.get(found.name);
  if (plan === undefined) throw new MeaninglessSchema(`${path.text}: there is no such field`);
  return plan;
}

function formulaOf(whole: Whole, frame: Frame, computed: Computed, size: number): Formula {
  const { type, target = '', targets = [] } = computed;
  if (type === 'sum_of_sizes') return sumOfSizes(frame, targets);
  const path = parsePath(target);
  if (path.steps.some(({ selector }) => selector !== undefined))
    return selectedValue(whole, frame, computed, path, size);
  switch (type) {
    case 'length_of':
      return lengthOf(frame, target, planAt(frame, path));
    case 'position_of': {
      const plan = planAt(frame, path);
      return { owner: atStart(plan.builder), of: ($) => dsl.offsetOf(fieldAt($, [plan.first ?? plan.slot])) };
    }
    case 'sum_of_type_sizes':
      return sumOfType(whole, frame, planAt(frame, path), computed.element_type ?? '');
    default:
      throw new Unconverted('computed fields', type);
  }
}

function sumOfSizes(frame: Frame, targets: readonly string[]): Formula {
  const plans = targets.map((one) => planAt(frame, parsePath(one)));
  const [first] = plans;
  if (first === undefined || plans.some((plan) => plan.builder !== first.builder))
    throw new Unconverted('relations between structs', 'a sum of sizes in several of them');
  return {
    owner: first.builder,
    of: ($) => plans.map((plan) => bytesOfPlan(plan)($)).reduce((left, right) => left.plus(right)),
  };
}

/** The bytes that a field takes. */
function bytesOfPlan({ first, slot }: Plan): Lazy<number> {
  return ($) =>
    dsl.byteLength(
      first === undefined ? fieldAt($, [slot]) : dsl.span(fieldAt($, [first]), fieldAt($, [slot])),
    );
}

/** A list's length is its count, that of a number the number itself, and that of all else its bytes. */
function lengthOf(frame: Frame, text: string, plan: Plan): Formula {
  const { type, kind, length } = plan.definition;
  if (type === 'array' && kind === 'fixed' && length !== undefined)
    return { owner: plan.builder, of: length };
  if (type === 'array')
    return { owner: plan.builder, of: ($) => dsl.count(fieldAt($, [plan.slot]) as never) };
  if (plan.scalar === 'number') {
    const operand = operandOf(frame, text, frame.builder);
    if (operand.type === 'number') return { owner: frame.builder, of: operand.of };
  }
  return { owner: plan.builder, of: bytesOfPlan(plan) };
}

/** A struct that begins where the whole does, so that offsets within are positions. */
export function atStart(builder: StructBuilder): StructBuilder {
  if (builder.host !== undefined)
    throw new Unconverted('positions', 'computed for a field of a struct that is not the outermost one');
  return builder;
}
