import { describeNode, terminatorLabel } from '../ir/describe-node.js';
import type { ExtentIR } from '../ir/extent.js';
import { printExpression } from '../ir/print-expression.js';

/** How far something reaches, in a few words: `4`, `length`, `as many as a u16be in front says`, `to the end`. */
export function describeExtent(extent: ExtentIR): string {
  switch (extent.kind) {
    case 'fixed':
      return String(extent.size);
    case 'expression':
      return printExpression(extent.size);
    case 'prefix':
      return `as a ${describeNode(extent.prefix)} in front says`;
    case 'end':
      return 'to the end';
    case 'until':
      return `until ${extent.boundaries.map(describeNode).join(' or ')}`;
    case 'terminated':
      return `up to ${terminatorLabel(extent)}`;
    case 'padded':
      return `${describeExtent(extent.size)}, filled with ${extent.fill}`;
    case 'sentinel':
      return `up to ${describeNode(extent.sentinel)}`;
    case 'last':
      return `with the first one where ${printExpression(extent.holds)}`;
    case 'while':
      return extent.holds === undefined
        ? `while ${describeNode(extent.ahead)} is ahead`
        : `while ${describeNode(extent.ahead)} is ahead, and ${printExpression(extent.holds)}`;
  }
}
