import type { Claims } from '@bytewright/runtime/codec';
import { describe, placeGaps, placePart } from '@bytewright/runtime/codec';
import { fixedSize } from '../../ir/analysis/fixed-size.js';
import type { AtEachNode, NodeIR } from '../../ir/node.js';
import type { FieldIR } from '../../ir/schema.js';
import { bindParameters } from '../bind-parameters.js';
import type { EncodeScope } from '../encode-scope.js';
import type { Encoding } from '../encoding.js';
import { evaluate } from '../evaluate.js';
import type { Scope } from '../scope.js';
import { readingOf } from './index.js';

/**
 * Notes where a field with an offset will lie. Gives the bytes of a tail, which lies behind everything else, and 0 for
 * other fields.
 */
export function layOut(field: FieldIR, claims: Claims, scope: EncodeScope, encoding: Encoding): number {
  return layOutNode(field.node, field.name, scope.field(field.name), claims, scope, encoding);
}

function layOutNode(
  node: NodeIR,
  field: string,
  value: unknown,
  claims: Claims,
  scope: Scope,
  encoding: Encoding,
): number {
  switch (node.kind) {
    case 'bind':
      return layOutNode(node.node, field, value, claims, bindParameters(scope, node.bindings), encoding);
    case 'at': {
      if (node.when !== undefined && value === undefined) return 0;
      encoding.path.push(field);
      const size = readingOf(node.node).size(node.node, value, encoding, scope);
      encoding.path.pop();
      encoding.attempt(() => placePart(claims, evaluate(node.offset, scope), size, field));
      return 0;
    }
    case 'atEach':
      layOutEach(node, field, value, claims, scope, encoding);
      return 0;
    case 'tail': {
      encoding.path.push(field);
      const size = readingOf(node.node).size(node.node, value, encoding, scope);
      encoding.path.pop();
      return fixedSize(node.node, encoding.structs) ?? size;
    }
    default: // the gaps between all these
      encoding.attempt(() => placeGaps(claims, value, field));
      return 0;
  }
}

function layOutEach(
  node: AtEachNode,
  field: string,
  value: unknown,
  claims: Claims,
  scope: Scope,
  encoding: Encoding,
): void {
  const elements = evaluate(node.each, scope) as ArrayLike<unknown>; // a list, and looked at before
  const items = encoding.at(field, () => {
    const list = encoding.list(value);
    if (list.length === elements.length) return list;
    throw encoding.error(
      'wrong-length',
      `length ${describe(elements.length)}`,
      `length ${describe(list.length)}`,
    );
  });
  for (let i = 0; i < items.length; i++) {
    if (node.when !== undefined && items[i] === undefined) continue;
    const inner = scope.withElement(elements[i]);
    encoding.path.push(field, i);
    const size = readingOf(node.node).size(node.node, items[i], encoding, inner);
    encoding.path.length -= 2;
    encoding.attempt(() => placePart(claims, evaluate(node.offset, inner), size, field, i));
  }
}
