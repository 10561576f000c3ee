/** JSON as it is read: objects are maps, as any name at all can stand in them. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | ReadonlyMap<string, JsonValue>;

/** JSON as it is written: bytes become hexadecimal text when they are printed. */
export type JsonTree =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly JsonTree[]
  | { readonly [name: string]: JsonTree };

/** What a piece of JSON is, for messages: `a string`, `an array`. */
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
