import { describeNode, terminatorLabel } from '../ir/describe-node.js';
import type { ExtentIR } from '../ir/extent.js';
import { printExpression } from '../ir/print-expression.js';

/** An extent in a few words: `4`, `length`, `as given by a u16be prefix`, `to the end`. */
export function describeExtent(extent: ExtentIR): string {
  switch (extent.kind) {
    case 'fixed':
      return String(extent.size);
    case 'expression':
      return printExpression(extent.size);
    case 'prefix':
      return `as given by a ${describeNode(extent.prefix)} prefix`;
    case 'end':
      return 'to the end';
    case 'until':
      return `until ${extent.boundaries.map(describeNode).join(' or ')}`;
    case 'terminated':
      return `up to ${terminatorLabel(extent)}`;
    case 'padded':
      return `${describeExtent(extent.size)}, padded with ${extent.fill}`;
    case 'sentinel':
      return `up to ${describeNode(extent.sentinel)}`;
    case 'last':
      return `until the first element with ${printExpression(extent.holds)}`;
    case 'while':
      return extent.holds === undefined
        ? `while ${describeNode(extent.ahead)} follows`
        : `while ${describeNode(extent.ahead)} follows, and ${printExpression(extent.holds)}`;
  }
}
