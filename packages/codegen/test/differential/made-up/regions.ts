import type { TextEncoding } from '@bytewright/runtime';
import type { Node } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import { backwards, dozens, invertBytes } from '../own-code.js';
import type { ExtentPlan } from './extents.js';
import { byteExtent, extentOf, listExtent, ownSize, regionExtent, sizeOf, smallByte } from './extents.js';
import { external } from './external.js';
import { limit } from './parameters.js';
import type { NodePlan, Tie } from './plan.js';
import type { NumberExpr, References, StructSite, Whole } from './site.js';
import { partOf } from './site.js';

/** A constant text. */
export interface ConstantPlan {
  readonly kind: 'constant';
  readonly text: string;
  readonly isPrefixed: boolean;
}

export interface BytesPlan {
  readonly kind: 'bytes';
  readonly extent: ExtentPlan;
}

export interface StringPlan {
  readonly kind: 'string';
  readonly extent: ExtentPlan;
  readonly encoding: TextEncoding;
}

/** Bytes without a value: kept, or refused where they are others. */
export interface PaddingPlan<Kind extends 'reserved' | 'padding'> {
  readonly kind: Kind;
  readonly size: number | undefined;
  readonly fill: number;
}

export interface ListPlan {
  readonly kind: 'list';
  readonly element: NodePlan;
  readonly extent: ExtentPlan;
}

export interface SizedPlan {
  readonly kind: 'sized';
  readonly extent: ExtentPlan;
  readonly node: NodePlan;
}

/** A region whose bytes are changed. */
export interface ProcessedPlan {
  readonly kind: 'processed';
  readonly processor: 'xor' | 'xorNumber' | 'rotateLeft' | 'swapBytes' | 'bijection';
  readonly extent: ExtentPlan;
  readonly node: NodePlan;
}

/** A codec by hand. */
export interface CustomPlan {
  readonly kind: 'custom';
  readonly codec: 'dozens' | 'backwards';
  readonly max: number | undefined;
}

export const constantPlan: fc.Arbitrary<ConstantPlan> = fc.record({
  kind: fc.constant('constant'),
  text: fc.constantFrom('a', 'ab', "it's", 'é', ''),
  isPrefixed: fc.boolean(),
});

export const bytesPlan: fc.Arbitrary<BytesPlan> = fc.record({
  kind: fc.constant('bytes'),
  extent: byteExtent,
});

export const stringPlan: fc.Arbitrary<StringPlan> = fc.record({
  kind: fc.constant('string'),
  extent: byteExtent,
  encoding: fc.constantFrom<TextEncoding>('ascii', 'latin1', 'utf-8', 'utf-16le', 'utf-16be'),
});

export const paddingPlan = fc.record({
  kind: fc.constantFrom('reserved', 'padding'),
  size: ownSize,
  fill: smallByte,
}) as fc.Arbitrary<PaddingPlan<'reserved'> | PaddingPlan<'padding'>>;

export const listPlan = (tie: Tie): fc.Arbitrary<ListPlan> =>
  fc.record({ kind: fc.constant('list'), element: tie('node'), extent: listExtent });

export const sizedPlan = (tie: Tie): fc.Arbitrary<SizedPlan> =>
  fc.record({ kind: fc.constant('sized'), extent: regionExtent, node: tie('node') });

export const processedPlan = (tie: Tie): fc.Arbitrary<ProcessedPlan> =>
  fc.record({
    kind: fc.constant('processed'),
    processor: fc.constantFrom('xor', 'xorNumber', 'rotateLeft', 'swapBytes', 'swapBytes', 'bijection'),
    extent: fc.oneof(regionExtent, fc.constant({ kind: 'end' } as const)),
    node: tie('node'),
  });

export const customPlan: fc.Arbitrary<CustomPlan> = fc.record({
  kind: fc.constant('custom'),
  codec: fc.constantFrom('dozens', 'backwards'),
  max: fc.constantFrom(undefined, 1, 3),
});

export function buildConstant({ text, isPrefixed }: ConstantPlan): Node<unknown> {
  return dsl.literal(dsl.string(isPrefixed ? dsl.prefix(dsl.u8) : undefined), text);
}

export function buildBytes({ extent }: BytesPlan, { whole }: StructSite, isOpen: boolean): Node<unknown> {
  return isOpen ? dsl.bytes() : dsl.bytes(extentOf(extent, whole));
}

export function buildString(
  { extent, encoding }: StringPlan,
  { whole }: StructSite,
  isOpen: boolean,
): Node<unknown> {
  return dsl.string(isOpen ? undefined : extentOf(extent, whole), encoding);
}

export function buildReserved({ size }: PaddingPlan<'reserved'>, { whole }: StructSite): Node<unknown> {
  return dsl.reserved(sizeOf(size, whole));
}

export function buildPadding({ size, fill }: PaddingPlan<'padding'>, { whole }: StructSite): Node<unknown> {
  return dsl.padding(sizeOf(size, whole), fill);
}

export function buildList(plan: ListPlan, site: StructSite, isOpen: boolean): Node<unknown> {
  const element = site.node(plan.element);
  if (isOpen) return dsl.list(element, dsl.toEnd);
  if (plan.extent.kind === 'last') return upToLast(plan.element, element, plan.extent.value, site.whole);
  return dsl.list(element, extentOf(plan.extent, site.whole));
}

export function buildSized({ extent, node }: SizedPlan, site: StructSite): Node<unknown> {
  return dsl.sized(extentOf(extent, site.whole), site.node(node));
}

export function buildProcessed({ processor, extent, node }: ProcessedPlan, site: StructSite): Node<unknown> {
  const { whole } = site;
  return dsl.processed(processorOf(processor, whole), extentOf(extent, whole), site.node(node));
}

export function buildCustom({ codec, max }: CustomPlan): Node<unknown> {
  const options = max === undefined ? {} : { max };
  return codec === 'dozens'
    ? dsl.custom(external('dozens', dozens), { ...options, type: 'number' })
    : dsl.custom(external('backwards', backwards), options);
}

const inverted = external('invertBytes', invertBytes);

function processorOf(kind: ProcessedPlan['processor'], whole: Whole): dsl.Processor {
  switch (kind) {
    case 'xor':
      return dsl.xor('0102');
    case 'xorNumber':
      whole.usesParameter = true;
      return dsl.xor(limit);
    case 'rotateLeft':
      return dsl.rotateLeft(3);
    case 'swapBytes':
      return dsl.swapBytes(2);
    case 'bijection':
      return dsl.bijection(inverted, inverted);
  }
}

/** A list whose elements say themselves which one is the last. */
function upToLast(plan: NodePlan, element: Node<unknown>, value: number, whole: Whole): Node<unknown> {
  if (plan.kind === 'integer') {
    const end = plan.type.includes('64') ? BigInt(value) : value;
    return dsl.list(
      element as Node<number>,
      dsl.endsAfter((n) => n.ge(end as number)),
    );
  }
  const item = partOf(whole, { last: dsl.u8, item: element });
  return dsl.list(
    item,
    dsl.endsAfter(($) => ($ as never as References & { last: NumberExpr }).last.ge(value)),
  );
}
