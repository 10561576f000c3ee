import type { Node } from '@bytewright/schema-dsl';
import { count, derived, list, literal, struct, u8, u32be } from '@bytewright/schema-dsl';

/**
 * A balanced tree, `gtree` in QEMU's tables: the number of nodes, then `01`, the key and the value for each one, and `00`
 * after the last one.
 *
 * Source: QEMU migration/vmstate-types.c, `put_gtree`.
 *
 * @param type the type name of the tree; that of its nodes has the suffix `Node`
 * @param key a struct, or `uint64` for a numeric key
 * @example with numbers for keys and structs `{ flags: uint32 }`: `00000001 01 0000000000000005 00000003 00` is
 *   `{ nodes: [{ key: 5n, value: { flags: 3 } }] }`
 */
export function tree<K, V>(
  type: string,
  key: Node<K>,
  value: Node<V>,
): Node<{ nodes: { key: K; value: V }[] }> {
  const TreeNode = struct(`${type}Node`, { mark: literal(u8, 1), key, value });
  const Tree = struct(type, {
    size: derived(u32be),
    nodes: list(TreeNode),
    end: literal(u8, 0),
  }).where(($) => [$.size.is(count($.nodes))]);
  return Tree as unknown as Node<{ nodes: { key: K; value: V }[] }>; // size, markers and end are not in the value
}
