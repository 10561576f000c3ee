import { childrenOf, visitNodes } from '../ir/analysis/children.js';
import { contentOfNode } from '../ir/analysis/content.js';
import { fieldNode } from '../ir/analysis/field-node.js';
import { isPositioned, ownsRegion } from '../ir/analysis/positioned.js';
import { sizeBounds } from '../ir/analysis/size-bounds.js';
import { structNamed } from '../ir/analysis/struct-named.js';
import type { Expression } from '../ir/expression.js';
import { operands } from '../ir/expression.js';
import type { AtEachNode, NodeIR, TailNode } from '../ir/node.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import { goesToEnd } from './check-regions.js';
import type { Faults } from './faults.js';

/** The maximum size of a tail, which is searched for at that many offsets. The end record of a ZIP file may take 65,557 bytes. */
export const TAIL_LIMIT: number = 1 << 17;

/** Fields at offsets: what they need to be found again, and to have only one encoding per value. */
export function checkPositions(struct: StructIR, ir: SchemaIR, faults: Faults): void {
  if (!ownsRegion(struct)) return;
  const placed = struct.fields.filter(({ node }) => isPositioned(node));
  faults.each(['gaps', 'tail'] as const, (kind) => {
    const [, second] = placed.filter(({ node }) => unbound(node).kind === kind);
    if (second !== undefined)
      throw new SchemaError(
        'misplaced-construct',
        `${struct.name}.${second.name}`,
        `is a second ${kind}(), but a region has only one; remove it`,
      );
  });
  faults.each(placed, (field) => {
    const path = `${struct.name}.${field.name}`;
    const node = unbound(field.node);
    if (node.kind === 'gaps' && field !== struct.fields.at(-1))
      throw new SchemaError(
        'misplaced-construct',
        path,
        'gaps() has fields after it, but the gaps are known only once everything else is placed; move it to the end',
      );
    if (node.kind === 'tail') checkTail(node, path, ir);
    if ((node.kind === 'at' || node.kind === 'atEach') && goesToEnd(node.node, ir.structs))
      throw new SchemaError(
        'greedy-field',
        path,
        'a field at an offset must not extend to the end; give it a size',
      );
    if (node.kind === 'atEach') checkEach(node, struct, path, ir);
  });
}

function checkTail({ node }: TailNode, path: string, { structs }: SchemaIR): void {
  const { min, max } = sizeBounds(node, structs);
  if (max > TAIL_LIMIT) {
    const size = max === Number.POSITIVE_INFINITY ? 'any size' : `up to ${max} bytes`;
    throw new SchemaError(
      'costly-look-ahead',
      path,
      `tail() may take ${size}, but must be searched for; limit it to ${TAIL_LIMIT} bytes`,
    );
  }
  if (min === 0)
    throw new SchemaError(
      'empty-look-ahead',
      path,
      'tail() may take no bytes, so it is found immediately; make it take at least one byte',
    );
}

function checkEach(
  { each, offset, when, node }: AtEachNode,
  struct: StructIR,
  path: string,
  ir: SchemaIR,
): void {
  const list = fieldNode(struct, each.path, ir.structs);
  if (list?.node.kind !== 'list')
    throw new SchemaError(
      'wrong-offset',
      path,
      `atEach() is placed by ${each.path.join('.')}, which is not a list; use a list of the same struct, such as $.entries`,
    );
  if (list.isMaybeAbsent)
    throw new SchemaError(
      'wrong-offset',
      path,
      `atEach() is placed by ${each.path.join('.')}, which may be absent; use an empty list instead`,
    );
  const { element } = list.node;
  const check = (expression: Expression): void => {
    if (expression.op === 'element') checkMember(element, expression.path, path, ir);
    operands(expression).forEach(check);
  };
  if (!speaksOfElement(offset))
    throw new SchemaError(
      'wrong-offset',
      path,
      'atEach() puts all nodes at the same offset; take the offset from the element',
    );
  check(offset);
  if (when !== undefined) check(when);
  visitNodes(node, (inner) => {
    // a condition on the elements of another list does not concern those of this one
    const isCondition =
      inner.kind === 'list' && (inner.extent.kind === 'last' || inner.extent.kind === 'while');
    if (!isCondition) childrenOf(inner).expressions.forEach(check);
  });
}

function speaksOfElement(expression: Expression): boolean {
  return expression.op === 'element' || operands(expression).some(speaksOfElement);
}

/** A member that places a node must be in the element's value. */
function checkMember(element: NodeIR, names: readonly string[], path: string, { structs }: SchemaIR): void {
  const root = inside(element);
  const start = root.kind === 'struct' ? structNamed(root.name, structs) : undefined;
  let holder = start;
  for (const [depth, name] of names.entries()) {
    const way = names.slice(0, depth + 1);
    const where = `the element's ${way.join('.')}`;
    const found = fieldNode(start, way, structs);
    if (found === undefined)
      throw new SchemaError('unknown-field', path, `${where} is not a field; use a field of the element`);
    // a flag is in the value if its set is
    const field = holder?.fields.find((candidate) => candidate.name === name);
    if (field !== undefined && field.visibility !== 'value')
      throw new SchemaError(
        'hidden-field',
        path,
        `${where} is not in the value, so it cannot place anything; keep it in the value`,
      );
    holder = found.node.kind === 'struct' ? structNamed(found.node.name, structs) : undefined;
    if (depth === names.length - 1 && !hasRelatedValue(found.node))
      throw new SchemaError(
        'not-comparable',
        path,
        `${where} is not a number, string or boolean; use part of it`,
      );
  }
}

/** Whether relations see a scalar for a node; if it keeps more than its value, relations see the value. */
function hasRelatedValue(node: NodeIR): boolean {
  const content = contentOfNode(node);
  return content === undefined || content === 'kept';
}

function inside(node: NodeIR): NodeIR {
  return node.kind === 'bind' || node.kind === 'sized' || node.kind === 'optional' ? inside(node.node) : node;
}

function unbound(node: NodeIR): NodeIR {
  return node.kind === 'bind' ? unbound(node.node) : node;
}
