const TEXT_LIMIT = 40;
const BYTES_LIMIT = 16;

/**
 * A value in a few characters, for messages: `0x7e (126)`, `"abc"`, `3 elements`. Never runs code of the value's.
 */
export function describe(value: unknown): string {
  switch (typeof value) {
    case 'number':
      return Number.isSafeInteger(value) && value >= 10
        ? `0x${value.toString(16)} (${value})`
        : Object.is(value, -0)
          ? '-0'
          : String(value);
    case 'bigint':
      return `${value}n`;
    case 'string':
      return JSON.stringify(value.length > TEXT_LIMIT ? `${value.slice(0, TEXT_LIMIT)}…` : value);
    case 'object':
      if (value === null) return 'null';
      if (value instanceof Uint8Array) return describeBytes(value);
      if (Array.isArray(value)) return value.length === 1 ? '1 element' : `${value.length} elements`;
      return 'an object';
    case 'function':
      return 'a function';
    case 'symbol':
      return 'a symbol';
    default:
      return String(value);
  }
}

function describeBytes(bytes: Uint8Array): string {
  const hex = Array.from(bytes.subarray(0, BYTES_LIMIT), (byte) => byte.toString(16).padStart(2, '0')).join(
    ' ',
  );
  return `bytes ${hex}${bytes.length > BYTES_LIMIT ? ` … (${bytes.length})` : ''}`;
}
