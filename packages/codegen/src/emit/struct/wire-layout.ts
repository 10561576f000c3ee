import { paddingTo } from '@bytewright/runtime/codec';
import type { FieldIR, NodeIR, StructIR } from '@bytewright/schema-dsl/ir';
import {
  algorithmName,
  bitFieldOf,
  bitsTraits,
  isPositioned,
  printExpression,
  sizeBounds,
  varintTraits,
} from '@bytewright/schema-dsl/ir';
import type { ModuleEmitter } from '../emitter.js';

/** Where each field lies and how it is written, in words: `u32be at 1`, `ascii string, length u8, at 5`. */
export function wireLayout(struct: StructIR, { structs }: ModuleEmitter): ReadonlyMap<string, string> {
  const layout = new Map<string, string>();
  let base = '';
  let distance = 0;
  for (const field of struct.fields) {
    if (isPositioned(field.node)) {
      layout.set(field.name, wireType(field.node).replace(/,,/g, ','));
      continue;
    }
    const at =
      base === '' ? `at ${distance}` : distance === 0 ? `after ${base}` : `${distance} after ${base}`;
    layout.set(field.name, `${wireType(field.node)} ${at}${bitsText(field.node)}`.replace(/,,/g, ','));
    const { min, max } = sizeBounds(field.node, structs);
    if (field.node.kind === 'align' && base === '') distance += paddingTo(distance, field.node.to);
    else if (min === max) distance += min;
    else {
      base = field.name;
      distance = 0;
    }
  }
  return layout;
}

/** Which bits of its run a bit field is, in the order in which fields take them. */
function bitsText(node: NodeIR): string {
  const bits = bitFieldOf(node);
  if (bits === undefined) return '';
  const { position, width } = bits;
  return width === 1 ? `, bit ${position}` : `, bits ${position} to ${position + width - 1}`;
}

/** How a node is written, in a few words. */
export function wireType(node: NodeIR): string {
  switch (node.kind) {
    case 'integer':
    case 'float':
      return node.type;
    case 'varint':
      return `${node.preserve ? 'preserved ' : ''}${varintTraits(node).label}`;
    case 'custom':
      return `bytes as ${algorithmName(node.codec)} writes them`;
    case 'flags':
      return `flags in ${wireType(node.node)}`;
    case 'enumeration':
      return `${node.open ? 'open ' : ''}enumeration as ${wireType(node.node)}`;
    case 'boolean':
      return node.preserve ? 'preserved bool, 1 byte,' : 'bool, 1 byte,';
    case 'bits':
      return bitsTraits(node).label;
    case 'literal':
      return `constant ${wireType(node.node)}`;
    case 'bytes':
      return `bytes${extentText(node.extent)}`;
    case 'string':
      return `${node.encoding} text${extentText(node.extent)}`;
    case 'padding':
      return `${node.keep ? 'reserved' : 'padding'}${extentText(node.size)}`;
    case 'list':
      return `list of ${wireType(node.element)}${extentText(node.extent, 'count')}`;
    case 'struct':
      return node.name;
    case 'optional':
      return `optional ${wireType(node.node)}`;
    case 'bind':
    case 'search':
      return wireType(node.node);
    case 'processed':
      return `${wireType(node.node)} of changed bytes`;
    case 'sized':
      return `${wireType(node.node)} in a region of its own`;
    case 'lookahead':
      return 'found by looking ahead';
    case 'presence':
      return `presence of ${wireType(node.node)}`;
    case 'peek':
      return `a look at ${wireType(node.node)}`;
    case 'align':
      return `padding up to a multiple of ${node.to} bytes`;
    case 'at':
      return `${node.when ? 'optional ' : ''}${wireType(node.node)} at ${printExpression(node.offset)}`;
    case 'atEach':
      return `${wireType(node.node)} for each of ${printExpression(node.each)}, at ${printExpression(node.offset)}`;
    case 'tail':
      return `${wireType(node.node)} where the region ends`;
    case 'gaps':
      return 'what no other field holds';
    case 'atEnd':
      return 'the end of the region';
    case 'union':
      return 'one of several';
    case 'firstOf':
      return 'the first of several that parses';
  }
}

function extentText(
  extent: Extract<FieldIR['node'], { kind: 'bytes' | 'string' | 'list' }>['extent'],
  noun = 'length',
): string {
  switch (extent.kind) {
    case 'fixed':
      return `, ${extent.size} ${noun === 'count' ? 'elements' : 'bytes'},`;
    case 'prefix':
      return `, ${noun} in front as ${wireType(extent.prefix)},`;
    case 'expression':
      return `, ${noun} known before,`;
    case 'end':
      return ', to the end,';
    case 'until':
      return ', up to where what follows parses,';
    case 'terminated':
      return `, up to ${extent.terminator.replace(/..(?=.)/g, '$& ')},`;
    case 'padded':
      return `${extentText(extent.size).slice(0, -1)} with their fill,`;
    case 'sentinel':
      return ', up to a sentinel,';
    case 'last':
      return ', up to one that ends it,';
    case 'while':
      return ', as long as more is ahead,';
  }
}
