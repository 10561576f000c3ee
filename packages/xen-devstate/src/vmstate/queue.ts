import type { Infer, Node } from '@bytewright/schema-dsl';
import { endsWith, list, literal, struct, u8 } from '@bytewright/schema-dsl';

/**
 * A queue of structs, which QEMU's tables call `qtailq` or `qlist`: `01` and the struct, for each one, and `00` behind the
 * last.
 *
 * Source: QEMU migration/vmstate-types.c, `put_qtailq`, `put_qlist`.
 *
 * @param type what an element's type is called
 * @example of structs `{ id: uint32 }`: `01 00000007 00` is `[{ element: { id: 7 } }]`
 */
export function queue<N extends Node<unknown>>(type: string, element: N): Node<{ element: Infer<N> }[]> {
  const Element = struct(type, { mark: literal(u8, 1), element });
  // the mark is in nobody's value, which the compiler cannot see of an unknown element
  return list(Element, endsWith(literal(u8, 0))) as unknown as Node<{ element: Infer<N> }[]>;
}
