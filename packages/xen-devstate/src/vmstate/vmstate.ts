import type { Fields, Node, Struct } from '@bytewright/schema-dsl';
import { check, struct } from '@bytewright/schema-dsl';
import type { SubsectionSchemas, SubsectionValue } from './subsections.js';
import { subsections } from './subsections.js';
import { typeName } from './type-name.js';
import { version } from './version.js';

/** The versions of a description, as QEMU's `VMStateDescription` has them. */
export interface Versions {
  /** The version that is written. */
  readonly version: number;
  /** The oldest version that is read. Left out for what is only in other structs, where no version is on the wire. */
  readonly minimum?: number;
  /** The name of the TypeScript type, where the description's own does not make a good one. */
  readonly type?: string;
}

/** The fields of a description, and its subsections if it has any. */
export type VmstateFields<F, S extends SubsectionSchemas> = [keyof S] extends [never]
  ? F
  : F & { readonly subsections: Node<SubsectionValue<S>[]> };

/**
 * A device's state, or a part of it, as QEMU's `VMStateDescription` says it: fields in order, then subsections, also
 * where the struct is in the middle of another one.
 *
 * A struct that is a device or a subsection is told its version (the parameter `version`); one in another struct takes
 * the version that is written. `since(version, 2, …)` gates a field.
 *
 * Source: QEMU migration/vmstate.c, `vmstate_load_state`; include/migration/vmstate.h.
 *
 * @param name the description's own name, which the names of its subsections begin with
 * @throws TypeError for fields of the name `subsections` beside subsections
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
  const plain = struct(type, all as VmstateFields<F, S> & Fields).wireName(name); // it has them if it has parts
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
    throw new TypeError(`${name} has a field 'subsections', where its subsections would be; rename that`);
  return { ...fields, subsections: subsections(type, name, parts) };
}
