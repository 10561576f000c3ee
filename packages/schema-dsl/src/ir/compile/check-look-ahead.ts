import { childrenOf, structsIn } from '../analysis/children.js';
import { areDisjoint, firstBytes } from '../analysis/first-bytes.js';
import { holdsValue } from '../analysis/holds-value.js';
import { ownsRegion } from '../analysis/positioned.js';
import { sizeBounds } from '../analysis/size-bounds.js';
import type { NodeIR } from '../node.js';
import type { SchemaIR } from '../schema.js';
import { SchemaError } from '../schema-error.js';

/** Greatest size of something that is tried at many places; the cost of a look-ahead is a constant factor of this. */
export const LOOK_AHEAD_LIMIT = 4096;

/**
 * Keeps decoding linear: what is tried at many places (boundaries, sentinels, and all look-ahead inside of
 * lists) has a bounded size and no recursion. Also refuses sentinels and arms that can never work.
 */
export function checkLookAhead(ir: SchemaIR): void {
  const { structs } = ir;
  const requireBounded = (node: NodeIR, path: string, what: string): void => {
    const { max } = sizeBounds(node, structs);
    if (max > LOOK_AHEAD_LIMIT) {
      const size = max === Number.POSITIVE_INFINITY ? 'any size' : `up to ${max} bytes`;
      throw new SchemaError(
        path,
        `${what} may take ${size}, but is tried at many places; keep it within ${LOOK_AHEAD_LIMIT} bytes`,
      );
    }
  };

  const visit = (
    node: NodeIR,
    path: string,
    inList: boolean,
    isAhead: boolean,
    seen: ReadonlySet<string>,
  ): void => {
    switch (node.kind) {
      case 'bytes':
      case 'string':
        if (node.extent.kind === 'until') {
          for (const boundary of node.extent.boundaries) requireBounded(boundary, path, 'a boundary');
        }
        break;
      case 'list':
        checkList(node, path, ir);
        if (isAhead && sizeBounds(node.element, structs).min === 0) {
          throw new SchemaError(
            path,
            'a list whose elements may take no bytes is unbounded in a look-ahead; give them a byte each',
          );
        }
        if (node.extent.kind === 'sentinel') requireBounded(node.extent.sentinel, path, 'the sentinel');
        if (node.extent.kind === 'while') requireBounded(node.extent.ahead, path, 'what is looked at ahead');
        break;
      case 'peek':
      case 'lookahead':
      case 'presence':
        if (inList) requireBounded(node.node, path, `${node.kind}() inside a list`);
        break;
      case 'firstOf':
        if (inList)
          for (const arm of node.arms)
            requireBounded(arm.node, `${path}.${arm.name}`, 'an alternative inside a list');
        checkReachable(node.arms, path, ir);
        break;
      case 'struct': {
        const key = `${node.name} ${inList} ${isAhead}`;
        if (seen.has(key)) return;
        const struct = structs[node.name];
        if (isAhead && struct !== undefined && ownsRegion(struct)) {
          throw new SchemaError(
            path,
            `${node.name} has fields at offsets, which nothing can try ahead; look at something in front of it`,
          );
        }
        const below = new Set([...seen, key]);
        // a recursive struct may be met as often as an element of a list
        const often = inList || (struct?.recursive ?? false);
        for (const field of struct?.fields ?? [])
          visit(field.node, `${node.name}.${field.name}`, often, isAhead, below);
        return;
      }
      default:
    }
    const { inline, ahead } = childrenOf(node);
    for (const child of inline) visit(child, path, inList || node.kind === 'list', isAhead, seen);
    for (const child of ahead) {
      if (structsIn(child).some((name) => structs[name]?.recursive)) {
        throw new SchemaError(
          path,
          'looks ahead at a struct that contains itself; bound the recursion first',
        );
      }
      visit(
        child,
        path,
        inList || node.kind === 'list' || node.kind === 'bytes' || node.kind === 'string',
        true,
        seen,
      );
    }
  };
  visit(ir.root, ir.root.kind === 'struct' ? ir.root.name : 'root', false, false, new Set());
  for (const name of Object.keys(structs)) visit({ kind: 'struct', name }, name, false, false, new Set());
}

function checkList(node: Extract<NodeIR, { kind: 'list' }>, path: string, { structs }: SchemaIR): void {
  const { min } = sizeBounds(node.element, structs);
  const { extent } = node;
  const isCounted = extent.kind === 'fixed' || extent.kind === 'prefix' || extent.kind === 'expression';
  if (min === 0 && !isCounted) {
    throw new SchemaError(
      path,
      'its elements may take no bytes, so the list would never end; give it a count',
    );
  }
  if (extent.kind === 'while' && firstBytes(extent.ahead, structs).empty) {
    throw new SchemaError(
      path,
      'what is looked at ahead may take no bytes, so it parses anywhere; give it a byte of its own',
    );
  }
  if (extent.kind !== 'sentinel') return;
  const sentinel = firstBytes(extent.sentinel, structs);
  const element = firstBytes(node.element, structs);
  if (sentinel.empty)
    throw new SchemaError(
      path,
      'the sentinel may take no bytes, so it is found at once; give it a byte of its own',
    );
  if (holdsValue(extent.sentinel, structs)) {
    throw new SchemaError(
      path,
      'the sentinel holds a value, which nothing would keep; make it of constants and derived fields',
    );
  }
  const isOneByteLiteral = sizeBounds(extent.sentinel, structs).max === 1 && sentinel.bytes.size === 1;
  if (isOneByteLiteral && !areDisjoint(sentinel, element) && element.bytes.size === 1) {
    throw new SchemaError(
      path,
      'every element begins with the sentinel, so the list is always empty; choose another sentinel',
    );
  }
}

function checkReachable(
  arms: readonly { name: string; node: NodeIR }[],
  path: string,
  { structs }: SchemaIR,
): void {
  arms.forEach((arm, index) => {
    const earlier = arms
      .slice(0, index)
      .find((other) => JSON.stringify(other.node) === JSON.stringify(arm.node));
    if (earlier !== undefined)
      throw new SchemaError(
        `${path}.${arm.name}`,
        `unreachable: ${earlier.name} parses the same bytes first`,
      );
    const greedy = arms
      .slice(0, index)
      .find((other) => acceptsAll(other.node) && sizeBounds(other.node, structs).min === 0);
    if (greedy !== undefined)
      throw new SchemaError(`${path}.${arm.name}`, `unreachable: ${greedy.name} parses any bytes`);
  });
}

function acceptsAll(node: NodeIR): boolean {
  return node.kind === 'bytes' && node.extent.kind === 'end' && node.extent.reserve === 0;
}
