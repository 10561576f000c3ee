import { childrenOf } from '../../ir/analysis/children.js';
import type { Expression } from '../../ir/expression.js';
import { operands } from '../../ir/expression.js';
import type { NodeIR } from '../../ir/node.js';
import type { StructIR } from '../../ir/schema.js';
import { withMember } from './with-member.js';

const LARGE = 24;

/**
 * A list whose elements hold sizes, with small numbers in place of large ones: random numbers would be larger than any
 * example should be.
 */
export function tameElements(struct: StructIR, field: string, list: unknown): unknown {
  const paths = sizePaths(struct, field);
  if (paths.length === 0 || !Array.isArray(list)) return list;
  return list.map((element: unknown) =>
    paths.reduce<unknown>((tamed, path) => withMember(tamed, path, small), element),
  );
}

function small(value: unknown): unknown {
  if (typeof value === 'bigint')
    return value < 0n || value > BigInt(LARGE) ? BigInt.asUintN(3, value) : value;
  return typeof value === 'number' && (value < 0 || value > LARGE) ? Math.abs(value) % 8 : value;
}

type Paths = readonly (readonly string[])[];

const memo = new WeakMap<StructIR, Map<string, Paths>>();

/** Members of a list's elements that determine sizes and parameters of nodes at offsets; computed once. */
function sizePaths(struct: StructIR, list: string): Paths {
  const known = memo.get(struct) ?? new Map<string, Paths>();
  memo.set(struct, known);
  const paths = known.get(list) ?? findSizePaths(struct, list);
  known.set(list, paths);
  return paths;
}

function findSizePaths(struct: StructIR, list: string): Paths {
  const paths: (readonly string[])[] = [];
  const collect = (expression: Expression): void => {
    if (expression.op === 'element' && expression.path.length > 0) paths.push(expression.path);
    operands(expression).forEach(collect);
  };
  const visit = (node: NodeIR): void => {
    const { inline, expressions } = childrenOf(node);
    if (!endsByElement(node)) expressions.forEach(collect);
    inline.forEach(visit);
  };
  for (const { node } of struct.fields) {
    const inner = unbound(node);
    if (inner.kind === 'atEach' && inner.each.path[0] === list) visit(inner.node);
  }
  return paths;
}

/** Whether a list ends by a condition on its elements: `element` in it means the list's own element. */
function endsByElement(node: NodeIR): boolean {
  return node.kind === 'list' && (node.extent.kind === 'last' || node.extent.kind === 'while');
}

function unbound(node: NodeIR): NodeIR {
  return node.kind === 'bind' ? unbound(node.node) : node;
}
