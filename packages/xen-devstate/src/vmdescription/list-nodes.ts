import type { Node } from '@bytewright/schema-dsl';
import { count, derived, endsWith, list, literal, struct, u8, u32be, u64be } from '@bytewright/schema-dsl';

/** An element of a list: its schema, the schema's key, and its size. */
interface Element {
  readonly key: string;
  readonly node: Node<unknown>;
  readonly size: number;
}

/**
 * A queue: `01` and an element for each one, then `00`. `undefined` if there are no elements to learn their format from, or if
 * the description contradicts its size.
 *
 * Source: QEMU migration/vmstate-types.c, `put_qtailq`, `put_qlist`.
 *
 * @param type - an unused struct name
 */
export function queueNode(
  type: string,
  size: number,
  elements: readonly Element[],
): Node<unknown> | undefined {
  const [first] = elements;
  if (first === undefined || elements.reduce((sum, element) => sum + 1 + element.size, 1) !== size)
    return undefined;
  if (elements.every(({ key }) => key === first.key)) {
    const Marked = struct(`${type}Element`, { mark: literal(u8, 1), element: first.node });
    return list(Marked, endsWith(literal(u8, 0)));
  }
  const fields = elements.flatMap(({ node }, i) => [
    [`mark${i}`, literal(u8, 1)],
    [`element${i}`, node],
  ]);
  return struct(`${type}Elements`, { ...Object.fromEntries(fields), end: literal(u8, 0) });
}

/**
 * A tree: the number of nodes, `01`, a key and a value for each, then `00`. A key is a struct or a 64-bit number; this is not
 * specified, but only one of the two adds up to the size. `undefined` if neither does, or if nodes differ.
 *
 * Source: QEMU migration/vmstate-types.c, `put_gtree`.
 *
 * @param type - an unused struct name
 */
export function gtreeNode(
  type: string,
  size: number,
  elements: readonly Element[],
): Node<unknown> | undefined {
  const bytes = elements.reduce((sum, element) => sum + element.size, 0);
  const [first, second] = elements;
  if (first === undefined) return undefined;
  if (5 + 9 * elements.length + bytes === size) {
    if (!elements.every(({ key }) => key === first.key)) return undefined;
    return tree(type, u64be, first.node);
  }
  const isPaired = elements.every(({ key }, i) => key === (i % 2 === 0 ? first : second)?.key);
  if (second === undefined || !isPaired || 5 + elements.length / 2 + bytes !== size) return undefined;
  return tree(type, first.node, second.node);
}

function tree(type: string, key: Node<unknown>, value: Node<unknown>): Node<unknown> {
  const Branch = struct(`${type}Node`, { mark: literal(u8, 1), key, value });
  return struct(`${type}Tree`, {
    count: derived(u32be),
    nodes: list(Branch),
    end: literal(u8, 0),
  }).where(($) => [$.count.is(count($.nodes))]);
}
