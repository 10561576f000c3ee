import * as dsl from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import type { CounterPlan } from './integers.js';
import { counterOf, counterType } from './integers.js';
import { limit } from './parameters.js';
import type { Whole } from './site.js';

/** How far something reaches, in a made-up schema. */
export type ExtentPlan =
  | { readonly kind: 'fixed'; readonly size: number }
  | { readonly kind: 'prefix'; readonly type: CounterPlan }
  | { readonly kind: 'end' }
  | { readonly kind: 'parameter' }
  | { readonly kind: 'until'; readonly boundaries: readonly number[] }
  | { readonly kind: 'terminated'; readonly terminator: string | undefined }
  | { readonly kind: 'padded'; readonly size: number | undefined; readonly fill: number }
  | { readonly kind: 'sentinel'; readonly mark: number }
  | { readonly kind: 'last'; readonly value: number }
  | { readonly kind: 'while'; readonly mark: number; readonly isCondition: boolean };

/** Small bytes, which meet one another as marks, fills and counts. */
export const smallByte = fc.integer({ min: 0, max: 3 });

/** A size of its own, or that of the parameter. */
export const ownSize = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined, freq: 4 });

const bounded: fc.Arbitrary<ExtentPlan> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('prefix'), type: counterType }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fixed'), size: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'parameter' } as const) },
);

export const regionExtent: fc.Arbitrary<ExtentPlan> = fc.record({
  kind: fc.constant('prefix'),
  type: counterType,
});

export const byteExtent: fc.Arbitrary<ExtentPlan> = fc.oneof(
  { weight: 6, arbitrary: bounded },
  { weight: 2, arbitrary: fc.constant({ kind: 'end' } as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('until'),
      boundaries: fc.array(smallByte, { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('terminated'),
      terminator: fc.constantFrom(undefined, '00', '03', '6162', '616261', '00010000'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('padded'), size: ownSize, fill: smallByte }) },
);

export const listExtent: fc.Arbitrary<ExtentPlan> = fc.oneof(
  { weight: 5, arbitrary: bounded },
  { weight: 1, arbitrary: fc.constant({ kind: 'end' } as const) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sentinel'), mark: smallByte }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('last'), value: smallByte }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('while'), mark: smallByte, isCondition: fc.boolean() }),
  },
);

/** A size of its own, or that of the parameter. */
export function sizeOf(size: number | undefined, whole: Whole): dsl.Size {
  if (size !== undefined) return size;
  whole.usesParameter = true;
  return limit;
}

/** An extent of the language. Callers know where it fits. */
export function extentOf(plan: ExtentPlan, whole: Whole): never {
  return build(plan, whole) as never;
}

function build(plan: ExtentPlan, whole: Whole): unknown {
  switch (plan.kind) {
    case 'fixed':
      return plan.size;
    case 'prefix':
      return dsl.prefix(counterOf(plan.type, whole));
    case 'end':
      return dsl.toEnd;
    case 'parameter':
      return sizeOf(undefined, whole);
    case 'until': {
      const [first, ...more] = plan.boundaries.map((mark) => dsl.literal(dsl.u8, mark));
      return first === undefined ? dsl.toEnd : dsl.until(first, ...more);
    }
    case 'terminated':
      return plan.terminator === undefined ? dsl.cstring : dsl.terminated(plan.terminator);
    case 'padded':
      return dsl.padded(sizeOf(plan.size, whole), plan.fill);
    case 'while': {
      const { mark } = plan;
      return plan.isCondition
        ? dsl.whilePeek(dsl.u8, (n) => n.ge(mark).and(n.lt(9)))
        : dsl.whilePeek(dsl.literal(dsl.u8, mark));
    }
    case 'last':
      throw new TypeError('made where the element is known');
    case 'sentinel':
      return dsl.endsWith(dsl.literal(dsl.u8, plan.mark));
  }
}
