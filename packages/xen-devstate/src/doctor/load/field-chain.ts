import type { Explanation } from '@bytewright/schema-dsl';
import type { ReadPayload } from '../../open/explain-prefix.js';

/** A field as QEMU names it when it cannot load it: `Failed to load DESCRIPTION:FIELD`. */
export interface NamedField {
  readonly description: string;
  readonly field: string;
}

/**
 * The fields that something is in, the innermost first, with the names of QEMU's descriptions. Source: QEMU
 * migration/vmstate.c, `vmstate_load_state`.
 *
 * @param isIn whether it is in a part
 * @example `[{ description: 'PCIDevice', field: 'config' }, { description: 'e1000', field: 'parent_obj' }]`
 */
export function fieldChain(
  { root, structs }: ReadPayload,
  isIn: (part: Explanation) => boolean,
): readonly NamedField[] {
  const chain: NamedField[] = [];
  let struct = descriptionOf(root, structs);
  let part: Explanation | undefined = root;
  while (part !== undefined) {
    const next: Explanation | undefined = part.parts.filter(isIn).at(-1);
    if (next === undefined) break;
    // an element of an array is no field of its own
    if (typeof next.segment === 'string' && struct !== undefined)
      chain.unshift({ description: struct, field: next.metadata?.wireName ?? next.segment });
    if (next.type === 'PciConfig') break; // QEMU knows no fields of a configuration space
    // what a type of QEMU's reads by code of its own, such as virtio, has no description
    if (Object.hasOwn(structs, next.type)) struct = descriptionOf(next, structs);
    part = next;
  }
  return chain;
}

/** The name of the description that a part is read by. */
function descriptionOf({ type }: Explanation, structs: ReadPayload['structs']): string | undefined {
  return Object.hasOwn(structs, type) ? structs[type]?.metadata?.wireName : undefined;
}

/** What QEMU says of a field. */
export function failedField({ description, field }: NamedField): string {
  return `Failed to load ${description}:${field}`;
}
