import type { JsonOf, ObjectBuilder } from '@bytewright/schema-dsl/inspect';
import { DocumentError } from '@bytewright/schema-dsl/inspect';

/** JSON in which objects are their members, in order, those of one name all of them. */
export type OrderedJson = JsonOf<JsonMembers>;

/** An object of JSON: the lists of QEMU (`qtailq`, `gtree`) are written as one with the same names over and over. */
export class JsonMembers {
  readonly members: (readonly [name: string, value: OrderedJson])[] = [];

  /** The first member of a name. */
  get(name: string): OrderedJson | undefined {
    return this.members.find(([other]) => other === name)?.[1];
  }
}

/** Makes such objects. */
export const MEMBERS: ObjectBuilder<JsonMembers> = {
  begin: () => new JsonMembers(),
  add(object, name, value) {
    object.members.push([name, value]);
    return true;
  },
};

/** Most that a size, a count or an id may be: what 32 bits hold. */
const MOST = 2 ** 32 - 1;

/** @throws DocumentError for anything but a text of a character or more: names of devices and types are never empty */
export function nameOf(json: OrderedJson | undefined, path: string): string {
  if (json === '')
    throw new DocumentError({ path, position: undefined, expected: 'a name', found: 'an empty string' });
  return textOf(json, path);
}

/** @throws DocumentError for what is no text */
export function textOf(json: OrderedJson | undefined, path: string): string {
  if (typeof json === 'string') return json;
  throw refused(path, 'a string', json);
}

/** @throws DocumentError for what is no whole number of 32 bits */
export function numberOf(json: OrderedJson | undefined, path: string): number {
  if (typeof json === 'number' && Number.isInteger(json) && json >= 0 && json <= MOST) return json;
  throw refused(path, 'a whole number of 32 bits', json);
}

/** @throws DocumentError for what is no array */
export function arrayOf(json: OrderedJson | undefined, path: string): readonly OrderedJson[] {
  if (Array.isArray(json)) return json;
  throw refused(path, 'an array', json);
}

/** @throws DocumentError for what is no object */
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
