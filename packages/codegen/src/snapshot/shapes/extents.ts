import type {
  ByteExtentIR,
  EndExtent,
  ExpressionExtent,
  FixedExtent,
  LastExtent,
  ListExtentIR,
  NodeIR,
  PaddedExtent,
  PrefixExtent,
  RegionSize,
  SentinelExtent,
  TerminatedExtent,
  UntilExtent,
  WhileExtent,
} from '@bytewright/schema-dsl/ir';
import { hex } from './constants.js';
import { expression } from './expressions.js';
import { numeric } from './numbers.js';
import { orUndefined, record, variant } from './record.js';
import type { Shape } from './shape.js';
import { listOf, oneOf, size } from './shape.js';

const fixed = record<FixedExtent>({ kind: oneOf(['fixed']), size });
const computed = record<ExpressionExtent>({ kind: oneOf(['expression']), size: expression });

/** A size that is not looked for. */
export const knownSize: Shape<FixedExtent | ExpressionExtent> = variant<FixedExtent | ExpressionExtent>(
  'kind',
  {
    fixed,
    expression: computed,
  },
);

const counted = {
  fixed,
  expression: computed,
  prefix: record<PrefixExtent>({ kind: oneOf(['prefix']), prefix: numeric }),
  end: record<EndExtent>({ kind: oneOf(['end']), reserve: size }),
};

/** How large a region is. */
export const regionSize: Shape<RegionSize> = variant<RegionSize>('kind', counted);

/** How far bytes or text reach, and how far a list does. */
export interface ExtentShapes {
  readonly byteExtent: Shape<ByteExtentIR>;
  readonly listExtent: Shape<ListExtentIR>;
}

/**
 * The shapes of extents that hold nodes.
 *
 * @param node the shape of a node, which itself has extents: it is looked at when a snapshot is read
 */
export function extentShapes(node: Shape<NodeIR>): ExtentShapes {
  return {
    byteExtent: variant<ByteExtentIR>('kind', {
      ...counted,
      until: record<UntilExtent>({ kind: oneOf(['until']), boundaries: listOf(node) }),
      terminated: record<TerminatedExtent>({
        kind: oneOf(['terminated']),
        terminator: hex,
        unit: oneOf([1, 2]),
      }),
      padded: record<PaddedExtent>({ kind: oneOf(['padded']), size: knownSize, fill: hex }),
    }),
    listExtent: variant<ListExtentIR>('kind', {
      ...counted,
      sentinel: record<SentinelExtent>({ kind: oneOf(['sentinel']), sentinel: node }),
      last: record<LastExtent>({ kind: oneOf(['last']), holds: expression }),
      while: record<WhileExtent>({ kind: oneOf(['while']), ahead: node, holds: orUndefined(expression) }),
    }),
  };
}
