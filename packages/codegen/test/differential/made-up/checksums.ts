import type { Relation } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { IntegerType } from '@bytewright/schema-dsl/ir';
import * as fc from 'fast-check';
import { byteSum } from '../own-code.js';
import { external } from './external.js';
import { integerOf } from './integers.js';
import type { NodePlan, Tie } from './plan.js';
import type { StructSite } from './site.js';

/** A checksum over one or two spans. */
export interface ChecksumPlan {
  readonly kind: 'checksum';
  readonly algorithm: 'crc32' | 'internetChecksum' | 'byteSum';
  readonly type: IntegerType;
  readonly node: NodePlan;
  /** What is covered in front of it, in a span of its own. */
  readonly other: NodePlan | undefined;
  /** Whether the checksum comes first, and whether it lies in its own span. */
  readonly isFirst: boolean;
  readonly isWithin: boolean;
  readonly hasHeader: boolean;
}

export const checksumPlan = (tie: Tie): fc.Arbitrary<ChecksumPlan> =>
  fc.record({
    kind: fc.constant('checksum'),
    algorithm: fc.constantFrom('crc32', 'internetChecksum', 'byteSum'),
    type: fc.constantFrom<IntegerType>(
      'u32le',
      'u32be',
      'u32',
      'u16be',
      'u16le',
      'u16',
      'u24le',
      'u64be',
      'u128le',
    ),
    node: tie('node'),
    other: fc.option(tie('node'), { nil: undefined }),
    isFirst: fc.boolean(),
    isWithin: fc.boolean(),
    hasHeader: fc.boolean(),
  });

/** What checksums cover beside their spans; a size of 256 and more does not fit. */
const HEADER = dsl.struct('Header', { size: dsl.u8 });

export function buildChecksum(plan: ChecksumPlan, site: StructSite): void {
  const { algorithm, type, isFirst, isWithin, hasHeader, other } = plan;
  const compute = (...over: dsl.Covered): unknown => {
    if (algorithm === 'byteSum') return dsl.checksum(external(algorithm, byteSum) as never, ...over);
    return (algorithm === 'crc32' ? dsl.crc32 : dsl.internetChecksum)(...over);
  };
  const y = other === undefined ? undefined : site.add(site.node(other));
  const sum = (): string => site.add(dsl.derived(integerOf(type, site.whole)));
  const before = isFirst ? sum() : '';
  const x = site.add(site.node(plan.node));
  const n = isFirst ? before : sum();
  site.relations.push(($) => {
    const at = (field: string): never => $[field] as never;
    const covered = isWithin
      ? dsl.span(at(isFirst ? n : x), at(isFirst ? x : n), { fill: 1 })
      : dsl.span(at(x), at(x));
    const more = y === undefined ? [] : [dsl.span(at(y), at(y))];
    const header = dsl.virtual(HEADER, { size: dsl.byteLength(at(x)) });
    return $[n]?.is(
      (hasHeader ? compute(header, covered, ...more) : compute(covered, ...more)) as never,
    ) as Relation;
  });
}
