import type { Infer, Node } from '@bytewright/schema-dsl';
import { derived, on, struct, tagOf, u8, union } from '@bytewright/schema-dsl';

/** The target of a device's pointer: a struct, or nothing. */
export type PointerState<T> =
  | { readonly pointer: 'valid'; readonly element: T }
  | { readonly pointer: 'null'; readonly element: Readonly<Record<never, never>> };

/**
 * An element of an array of pointers, some of which are null: `31` and the struct, or `30`.
 *
 * Source: QEMU include/migration/vmstate.h, `VMS_ARRAY_OF_POINTER_AUTO_ALLOC`, `VMS_MARKER_PTR_VALID`.
 *
 * @param type the name of an element's type
 * @example of structs `{ id: uint32 }`: `31 00000007` is `{ pointer: 'valid', element: { id: 7 } }`, and `30` is
 *   `{ pointer: 'null', element: {} }`
 */
export function pointer<N extends Node<unknown>>(type: string, element: N): Node<PointerState<Infer<N>>> {
  const Nothing = struct(`${type}Null`, {});
  const Pointer = struct(type, {
    mark: derived(u8),
    body: union({ valid: on(0x31, element), null: on(0x30, Nothing) }, { tag: 'pointer', value: 'element' }),
  })
    .where(($) => [$.mark.is(tagOf($.body))])
    .flat('body');
  // the mark is not in the value, which the compiler cannot infer for an unknown element
  return Pointer as unknown as Node<PointerState<Infer<N>>>;
}
