import type { JsonOf, ObjectBuilder } from '@bytewright/schema-dsl/inspect';
import { DocumentError } from '@bytewright/schema-dsl/inspect';

/** JSON in which objects are lists of members, in order, including duplicate names. */
export type OrderedJson = JsonOf<JsonMembers>;

/** A JSON object: QEMU writes lists (`qtailq`, `gtree`) as objects with duplicate names. */
export class JsonMembers {
  readonly members: (readonly [name: string, value: OrderedJson])[] = [];

  /** The first member with a name. */
  get(name: string): OrderedJson | undefined {
    return this.members.find(([other]) => other === name)?.[1];
  }
}

/** Builds such objects. */
export const MEMBERS: ObjectBuilder<JsonMembers> = {
  begin: () => new JsonMembers(),
  add(object, name, value) {
    object.members.push([name, value]);
    return true;
  },
};

/** The maximum of a size, a count or an id: 32 bits. */
const MOST = 2 ** 32 - 1;

/** @throws DocumentError if it is not a non-empty string: names of devices and types are never empty */
export function nameOf(json: OrderedJson | undefined, path: string): string {
  if (json === '')
    throw new DocumentError({ path, position: undefined, expected: 'a name', found: 'an empty string' });
  return textOf(json, path);
}

/** @throws DocumentError if it is not a string */
export function textOf(json: OrderedJson | undefined, path: string): string {
  if (typeof json === 'string') return json;
  throw refused(path, 'a string', json);
}

/** @throws DocumentError if it is not an unsigned 32-bit integer */
export function numberOf(json: OrderedJson | undefined, path: string): number {
  if (typeof json === 'number' && Number.isInteger(json) && json >= 0 && json <= MOST) return json;
  throw refused(path, 'an unsigned 32-bit integer', json);
}

/** @throws DocumentError if it is not an array */
export function arrayOf(json: OrderedJson | undefined, path: string): readonly OrderedJson[] {
  if (Array.isArray(json)) return json;
  throw refused(path, 'an array', json);
}

/** @throws DocumentError if it is not an object */
export function membersOf(json: OrderedJson | undefined, path: string): JsonMembers {
  if (json instanceof JsonMembers) return json;
  throw refused(path, 'an object', json);
}

function refused(path: string, expected: string, json: OrderedJson | undefined): DocumentError {
  return new DocumentError({ path, position: undefined, expected, found: kindOf(json) });
}

function kindOf(json: OrderedJson | undefined): string {
  if (json === undefined) return 'none';
  if (json instanceof JsonMembers) return 'an object';
  if (Array.isArray(json)) return 'an array';
  return typeof json === 'string' ? 'a string' : String(json);
}
