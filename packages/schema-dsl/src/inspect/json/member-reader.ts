import { describe, joinPath } from '@bytewright/runtime/codec';
import { DocumentError } from './document-error.js';
import type { JsonValue } from './json-value.js';
import { kindOfJson } from './json-value.js';

/** Reads the members of a JSON object: those that are taken must be present, and there must be no others. */
export class MemberReader {
  readonly #members: ReadonlyMap<string, JsonValue>;
  readonly #read = new Set<string>();
  readonly #path: string;

  /** @throws DocumentError for anything but an object */
  constructor(json: JsonValue, path: string) {
    if (!(json instanceof Map)) {
      throw new DocumentError({ path, position: undefined, expected: 'an object', found: kindOfJson(json) });
    }
    this.#members = json;
    this.#path = path;
  }

  /** Path of a member. */
  pathOf(name: string): string {
    return joinPath(this.#path, name);
  }

  /** Takes a member. @throws DocumentError if it is missing */
  take(name: string): JsonValue {
    this.#read.add(name);
    const value = this.#members.get(name);
    if (value !== undefined) return value;
    throw new DocumentError({
      path: this.#path,
      position: undefined,
      expected: `a member ${describe(name)}`,
      found: 'none',
    });
  }

  /** Takes an optional member; `undefined` if it is missing. */
  takeIfThere(name: string): JsonValue | undefined {
    this.#read.add(name);
    return this.#members.get(name);
  }

  /** Ends the reading. @throws DocumentError for a member that was not taken */
  finish(): void {
    for (const name of this.#members.keys()) {
      if (this.#read.has(name)) continue;
      const names = [...this.#read].map((known) => describe(known)).join(', ');
      throw new DocumentError({
        path: this.#path,
        position: undefined,
        expected: names === '' ? 'no members' : `only ${names}`,
        found: describe(name),
      });
    }
  }
}
