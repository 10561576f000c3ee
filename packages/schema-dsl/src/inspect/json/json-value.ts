/** Parsed JSON: objects are maps, as they may contain any name. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | ReadonlyMap<string, JsonValue>;

/** JSON to be printed: bytes become hexadecimal text. */
export type JsonTree =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly JsonTree[]
  | { readonly [name: string]: JsonTree };

/** The type of a JSON value, for messages: `a string`, `an array`. */
export function kindOfJson(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  switch (typeof value) {
    case 'boolean':
    case 'number':
      return String(value);
    case 'string':
      return 'a string';
    default:
      return 'an object';
  }
}
