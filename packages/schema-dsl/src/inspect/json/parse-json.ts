import type { JsonValue } from './json-value.js';
import type { ObjectBuilder } from './parse-json-text.js';
import { parseJsonText } from './parse-json-text.js';

const MAPS: ObjectBuilder<ReadonlyMap<string, JsonValue>> = {
  begin: () => new Map(),
  add(members, name, value) {
    if (!(members instanceof Map) || members.has(name)) return false;
    members.set(name, value);
    return true;
  },
};

/**
 * Parses JSON like `JSON.parse`, but rejects an object with a duplicate name, as it is ambiguous. Errors give line and
 * column.
 *
 * @throws DocumentError
 * @example `parseJson('{"a": [1, true]}')` is `new Map([['a', [1, true]]])`
 */
export function parseJson(text: string): JsonValue {
  return parseJsonText(text, MAPS);
}
