import type { Explanation } from '@bytewright/schema-dsl';
import type { ReadPayload } from '../../open/explain-prefix.js';

/** A field as QEMU names it if it cannot be loaded: `Failed to load DESCRIPTION:FIELD`. */
export interface NamedField {
  readonly description: string;
  readonly field: string;
}

/**
 * The fields that contain something, the innermost first, with the names of QEMU's descriptions. Source: QEMU
 * migration/vmstate.c, `vmstate_load_state`.
 *
 * @param isIn whether a part contains it
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
    // an array element is not a field
    if (typeof next.segment === 'string' && struct !== undefined)
      chain.unshift({ description: struct, field: next.metadata?.wireName ?? next.segment });
    if (next.type === 'PciConfig') break; // QEMU knows no fields of a configuration space
    // QEMU types that are read by their own code, such as virtio, have no description
    if (Object.hasOwn(structs, next.type)) struct = descriptionOf(next, structs);
    part = next;
  }
  return chain;
}

/** The name of the description of a part. */
function descriptionOf({ type }: Explanation, structs: ReadPayload['structs']): string | undefined {
  return Object.hasOwn(structs, type) ? structs[type]?.metadata?.wireName : undefined;
}

/** QEMU's error message for a field. */
export function failedField({ description, field }: NamedField): string {
  return `Failed to load ${description}:${field}`;
}
