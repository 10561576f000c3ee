import type { NodeIR } from '../node.js';
import type { BitsNode } from './bits.js';
import { bitsTraits } from './bits.js';
import type { IntegerNode } from './integer.js';
import { integerTraits } from './integer.js';
import type { VarintNode } from './varint.js';
import { varintTraits } from './varint.js';

/** A node whose value is an integer, in any encoding. */
export type NumericNode = IntegerNode | VarintNode;

/** The traits of an integer that do not depend on its encoding. The range is inclusive. */
export interface NumericTraits {
  /** The type as errors name it. */
  readonly label: string;
  readonly bigint: boolean;
  readonly min: bigint;
  readonly max: bigint;
}

/** Whether every value of a node is an integer; not if the node also keeps redundant bytes. */
export function isNumeric(node: NodeIR): node is NumericNode {
  return node.kind === 'integer' || (node.kind === 'varint' && node.preserve === undefined);
}

/** The traits of an integer. */
export function numericTraits(node: NumericNode | BitsNode): NumericTraits {
  if (node.kind === 'bits') return bitsTraits(node);
  return node.kind === 'varint' ? varintTraits(node) : { label: node.type, ...integerTraits(node) };
}
