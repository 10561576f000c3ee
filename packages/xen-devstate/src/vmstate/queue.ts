import type { Infer, Node } from '@bytewright/schema-dsl';
import { endsWith, list, literal, struct, u8 } from '@bytewright/schema-dsl';

/**
 * A queue of structs, `qtailq` or `qlist` in QEMU's tables: `01` and the struct for each element, and `00` after the last one.
 *
 * Source: QEMU migration/vmstate-types.c, `put_qtailq`, `put_qlist`.
 *
 * @param type the type name of an element
 * @example for structs `{ id: uint32 }`: `01 00000007 00` is `[{ element: { id: 7 } }]`
 */
export function queue<N extends Node<unknown>>(type: string, element: N): Node<{ element: Infer<N> }[]> {
  const Element = struct(type, { mark: literal(u8, 1), element });
  // the marker is not in the value, which the compiler cannot infer for an unknown element
  return list(Element, endsWith(literal(u8, 0))) as unknown as Node<{ element: Infer<N> }[]>;
}
