import { algorithmName } from './checksum.js';
import type { LastExtent, TerminatedExtent, UntilExtent } from './extent.js';
import type { NodeIR } from './node.js';
import { bitsTraits } from './nodes/bits.js';
import { varintTraits } from './nodes/varint.js';
import { printExpression } from './print-expression.js';

/** A node's type in a word or two, for people: `u32be`, `SectionHeader`, `list of Section`. */
export function describeNode(node: NodeIR): string {
  switch (node.kind) {
    case 'integer':
    case 'float':
      return node.type;
    case 'varint':
      return varintTraits(node).label;
    case 'custom':
      return algorithmName(node.codec);
    case 'enumeration':
      return `${describeNode(node.node)} enumeration`;
    case 'flags':
      return `${describeNode(node.node)} flags`;
    case 'boolean':
      return 'bool';
    case 'bits':
      return bitsTraits(node).label;
    case 'literal':
      return `${describeNode(node.node)} constant`;
    case 'struct':
      return node.name;
    case 'list':
      return `list of ${describeNode(node.element)}`;
    case 'string':
      return `${node.encoding} string`;
    case 'atEnd':
      return 'the end';
    case 'atEach':
      return `${describeNode(node.node)} for each of ${printExpression(node.each)}`;
    case 'at':
    case 'tail':
    case 'optional':
    case 'bind':
    case 'search':
    case 'sized':
    case 'processed':
      return describeNode(node.node);
    default:
      return node.kind;
  }
}

/** What a search for the end of bytes looks for, in error messages: its strict boundary. */
export function boundaryLabel(extent: UntilExtent): string {
  return `${extent.boundaries.slice(0, 1).map(describeNode).join()} where the bytes end`;
}

/** What a search for a terminator looks for, in error messages: `the terminator 0d 0a`. */
export function terminatorLabel({ terminator }: TerminatedExtent): string {
  return `the terminator ${terminator.replace(/..(?=.)/g, '$& ')}`;
}

/** The ending condition that a list's elements must satisfy, in error messages: `element.last = 1 in the last element`. */
export function endingText({ holds }: LastExtent, isLast: boolean): string {
  return `${printExpression(holds)} in the last element${isLast ? '' : ' alone'}`;
}
