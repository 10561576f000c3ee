import type { Node } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { BitsType, IntegerType } from '@bytewright/schema-dsl/ir';
import * as fc from 'fast-check';
import { fieldName } from './field-name.js';
import { INTEGERS } from './integers.js';
import type { Loose, NumberExpr, StructSite } from './site.js';
import { partName } from './site.js';

/** A bit field of a made-up run or word. */
export interface BitsPlan {
  readonly type: BitsType;
  readonly width: number;
  readonly role: 'kept' | 'constant' | 'derived';
  /** What a constant is, as far as it fits; what a derived field is more than an earlier number. */
  readonly value: number;
  /** Whether a check speaks of the field, which then fails amid the run. */
  readonly isChecked: boolean;
}

/** Bit fields side by side in a struct. */
export interface RunPlan {
  readonly kind: 'run';
  readonly order: 'msb0' | 'lsb0';
  readonly bits: readonly BitsPlan[];
}

/** An integer cut into bit fields. */
export interface WordPlan {
  readonly kind: 'word';
  readonly word: IntegerType;
  readonly order: 'msb0' | 'lsb0';
  readonly bits: readonly BitsPlan[];
}

const bits = fc.array(
  fc.record({
    type: fc.constantFrom('boolean', 'unsigned', 'unsigned', 'signed'),
    width: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 13 }) },
      { weight: 1, arbitrary: fc.integer({ min: 14, max: 70 }) },
    ),
    role: fc.constantFrom('kept', 'kept', 'kept', 'constant', 'derived'),
    value: fc.nat(15),
    isChecked: fc.nat(7).map((n) => n === 0),
  }),
  { minLength: 1, maxLength: 7 },
) satisfies fc.Arbitrary<BitsPlan[]>;
const bitOrder = fc.constantFrom('msb0', 'lsb0');

export const runPlan: fc.Arbitrary<RunPlan> = fc.record({
  kind: fc.constant('run'),
  order: bitOrder,
  bits,
});

export const wordPlan: fc.Arbitrary<WordPlan> = fc.record({
  kind: fc.constant('word'),
  word: fc.constantFrom('u8', 'u16be', 'u16le', 'u32be', 'u32le', 'u64be', 'u64le'),
  order: bitOrder,
  bits,
});

const ORDERS = { msb0: dsl.msb0, lsb0: dsl.lsb0 } as const;

export function buildRun(plan: RunPlan, site: StructSite): void {
  const order = ORDERS[plan.order];
  let width = 0;
  for (const one of plan.bits) {
    width += one.type === 'boolean' ? 1 : one.width;
    addBits(one, order, site);
  }
  const rest = order.ubits(8 - (width % 8)) as Node<number>; // few bits
  if (width % 8 !== 0) site.add(width % 2 === 0 ? rest : dsl.literal(rest, 0));
}

export function buildWord({ word, order, bits }: WordPlan, { whole }: StructSite): Node<unknown> {
  const fields: Record<string, Node<unknown>> = {};
  let left = Number.parseInt(word.slice(1), 10);
  for (const plan of bits) {
    const fitting = { ...plan, width: plan.type === 'boolean' ? 1 : Math.min(plan.width, left) };
    if (left === 0) break;
    left -= fitting.width;
    const node = bitsNode(fitting, { ...dsl.msb0, ubits: dsl.ubits, ibits: dsl.ibits, bit: dsl.bit });
    const field = fieldName(Object.keys(fields).length);
    fields[field] = plan.role === 'constant' ? constantBits(fitting, node) : node;
  }
  if (left > 0) fields.rest = dsl.ubits(left);
  return dsl.bits(partName(whole), INTEGERS[word], fields as unknown as Loose, ORDERS[order]);
}

function addBits(plan: BitsPlan, order: dsl.BitOrder, { add, numbers, relations }: StructSite): void {
  const node = bitsNode(plan, order);
  const of = numbers[plan.value % numbers.length];
  const isNumber = plan.type !== 'boolean' && plan.width <= 48;
  if (plan.role === 'derived' && of !== undefined && (isNumber || plan.type === 'boolean')) {
    const n = add(dsl.derived(node));
    relations.push(($) => {
      const formula = isNumber
        ? ($[of] as NumberExpr).plus(plan.value)
        : ($[of] as NumberExpr).lt(plan.value);
      return $[n]?.is(formula as never) as dsl.Relation;
    });
    return;
  }
  if (plan.role === 'constant') {
    add(constantBits(plan, node));
    return;
  }
  if (isNumber && plan.type === 'unsigned' && plan.value > 11) {
    const enumeration = plan.value > 13 ? dsl.enumeration : dsl.openEnumeration;
    add(enumeration(node as Node<number>, { zero: 0, one: 1 }));
    return;
  }
  const field = add(node);
  if (!isNumber) return;
  numbers.push(field);
  if (plan.isChecked) relations.push(($) => dsl.check(($[field] as NumberExpr).lt(2 ** (plan.width - 1))));
}

function bitsNode({ type, width }: BitsPlan, order: dsl.BitOrder): Node<unknown> {
  if (type === 'boolean') return order.bit;
  return type === 'signed' ? order.ibits(width) : order.ubits(width);
}

/** A constant bit field, of as much of the value as fits. */
function constantBits({ type, width, value }: BitsPlan, node: Node<unknown>): Node<unknown> {
  const fitting = BigInt.asUintN(Math.max(0, type === 'signed' ? width - 1 : width), BigInt(value));
  const constant = type === 'boolean' ? value % 2 === 0 : width > 48 ? fitting : Number(fitting);
  return dsl.literal(node as Node<never>, constant as never);
}
