import type { Coverage } from '@bytewright/runtime/codec';
import { coverPart, describe, placeGaps } from '@bytewright/runtime/codec';
import { fixedSize } from '../../ir/analysis/fixed-size.js';
import type { AtEachNode, NodeIR } from '../../ir/node.js';
import type { FieldIR } from '../../ir/schema.js';
import { bindParameters } from '../bind-parameters.js';
import type { EncodeContext } from '../encode-context.js';
import type { EncodeScope } from '../encode-scope.js';
import { evaluate } from '../evaluate.js';
import type { Scope } from '../scope.js';
import { handlerOf } from './index.js';

/**
 * Notes where a field with an offset will lie. Returns the size of a tail, which lies after everything else, and 0 for other
 * fields.
 */
export function layOut(
  field: FieldIR,
  coverage: Coverage,
  scope: EncodeScope,
  context: EncodeContext,
): number {
  return layOutNode(field.node, field.name, scope.field(field.name), coverage, scope, context);
}

function layOutNode(
  node: NodeIR,
  field: string,
  value: unknown,
  coverage: Coverage,
  scope: Scope,
  context: EncodeContext,
): number {
  switch (node.kind) {
    case 'bind':
      return layOutNode(node.node, field, value, coverage, bindParameters(scope, node.bindings), context);
    case 'at': {
      if (node.when !== undefined && value === undefined) return 0;
      context.path.push(field);
      const size = handlerOf(node.node).size(node.node, value, context, scope);
      context.path.pop();
      context.attempt(() => coverPart(coverage, evaluate(node.offset, scope), size, field));
      return 0;
    }
    case 'atEach':
      layOutEach(node, field, value, coverage, scope, context);
      return 0;
    case 'tail': {
      context.path.push(field);
      const size = handlerOf(node.node).size(node.node, value, context, scope);
      context.path.pop();
      return fixedSize(node.node, context.structs) ?? size;
    }
    default: // the gaps between all these
      context.attempt(() => placeGaps(coverage, value, field));
      return 0;
  }
}

function layOutEach(
  node: AtEachNode,
  field: string,
  value: unknown,
  coverage: Coverage,
  scope: Scope,
  context: EncodeContext,
): void {
  const elements = evaluate(node.each, scope) as ArrayLike<unknown>; // a list, already checked
  const items = context.at(field, () => {
    const list = context.list(value);
    if (list.length === elements.length) return list;
    throw context.error(
      'wrong-length',
      `length ${describe(elements.length)}`,
      `length ${describe(list.length)}`,
    );
  });
  for (let i = 0; i < items.length; i++) {
    if (node.when !== undefined && items[i] === undefined) continue;
    const inner = scope.withElement(elements[i]);
    context.path.push(field, i);
    const size = handlerOf(node.node).size(node.node, items[i], context, inner);
    context.path.length -= 2;
    context.attempt(() => coverPart(coverage, evaluate(node.offset, inner), size, field, i));
  }
}
