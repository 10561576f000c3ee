import type { DecodeOptions } from '@bytewright/runtime';
import type { Explanation } from '@bytewright/schema-dsl';
import { explain } from '@bytewright/schema-dsl';
import { DeviceState } from '../../schema.js';

/**
 * The path of the innermost field that contains a byte of a device-state file; empty if unknown.
 *
 * @example offset 52 of a file whose first section ends at 56 with a footer: `sections[0].footer.sectionId`
 */
export function pathAt(bytes: Uint8Array, offset: number, options: DecodeOptions = {}): string {
  let part: Explanation = explain(DeviceState, bytes, { ...options, bytes: 'view' }).root;
  for (;;) {
    const inner = part.parts.find((child) => child.offset <= offset && offset < child.offset + child.length);
    if (inner === undefined) return part.path;
    part = inner;
  }
}
