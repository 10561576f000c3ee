import type { Fields, Node, Struct } from '@bytewright/schema-dsl';
import { check, struct } from '@bytewright/schema-dsl';
import type { SubsectionSchemas, SubsectionValue } from './subsections.js';
import { subsections } from './subsections.js';
import { typeName } from './type-name.js';
import { version } from './version.js';

/** The versions of a description, as in QEMU's `VMStateDescription`. */
export interface Versions {
  /** The current version. */
  readonly version: number;
  /** The oldest version that can be read. Omitted for nested structs, whose version is not on the wire. */
  readonly minimum?: number;
  /** The name of the TypeScript type, if the description's own name is unsuitable. */
  readonly type?: string;
}

/** The fields of a description, and its subsections if it has any. */
export type VmstateFields<F, S extends SubsectionSchemas> = [keyof S] extends [never]
  ? F
  : F & { readonly subsections: Node<SubsectionValue<S>[]> };

/**
 * A device's state, or a part of it, as in QEMU's `VMStateDescription`: fields in order, then subsections, even if the struct
 * is in the middle of another one.
 *
 * Devices and subsections get their version from the parameter `version`; a nested struct uses the current version.
 * `since(version, 2, …)` makes a field conditional.
 *
 * Source: QEMU migration/vmstate.c, `vmstate_load_state`; include/migration/vmstate.h.
 *
 * @param name the description's own name, which is a prefix of the names of its subsections
 * @throws TypeError for a field named `subsections` in a description with subsections
 * @example
 * const Fdrive = vmstate('fdrive', { version: 1, minimum: 1 }, { head: u8, track: u8, sect: u8 });
 * // { head: 0, track: 2, sect: 1 } is 00 02 01
 */
export function vmstate<F extends Fields, const S extends SubsectionSchemas = Record<never, never>>(
  name: string,
  { version: current, minimum, type = typeName(name) }: Versions,
  fields: F,
  parts?: S,
): Struct<VmstateFields<F, S>> {
  const all = withSubsections(name, type, fields, parts);
  const plain = struct(type, all as VmstateFields<F, S> & Fields).wireName(name); // it has subsections if it has parts
  if (minimum === undefined) return plain.with(version.of(current));
  return plain
    .where(() => [
      check(version.ge(minimum), `version ${minimum} or later`),
      check(version.le(current), `version ${current} or earlier`),
    ])
    .with(version.of(current));
}

function withSubsections(name: string, type: string, fields: Fields, parts: SubsectionSchemas = {}): Fields {
  if (Object.keys(parts).length === 0) return fields;
  if ('subsections' in fields)
    throw new TypeError(
      `${name} has a field 'subsections', which conflicts with its list of subsections; rename the field`,
    );
  return { ...fields, subsections: subsections(type, name, parts) };
}
