import { isTypedArray } from '../check/is-typed-array.js';

const TEXT_LIMIT = 40;
const BYTES_LIMIT = 16;

/**
 * What a formula gives, for messages that expect it. NaN says that there is nothing exact, such as a quotient with a
 * remainder, and that no value would be right.
 */
export function describeResult(value: unknown): string {
  return Number.isNaN(value) ? 'an exact result' : describe(value);
}

/**
 * A value in a few characters, for messages: `0x7e (126)`, `"abc"`, `3 elements`, `bytes 01 02`. Never throws, and
 * runs no code of the value's: no getter, no `toString`. Only a proxy cannot be told from what it stands for.
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
      return `${cut(String(value))}n`;
    case 'string':
      return JSON.stringify(cut(value));
    case 'object':
      if (value === null) return 'null';
      return isTypedArray(value, 'Uint8Array') ? describeBytes(value) : describeObject(value);
    case 'function':
      return 'a function';
    case 'symbol':
      return 'a symbol';
    default:
      return String(value);
  }
}

function cut(text: string): string {
  return text.length > TEXT_LIMIT ? `${text.slice(0, TEXT_LIMIT)}…` : text;
}

function describeObject(value: object): string {
  try {
    if (!Array.isArray(value)) return describeKept(value) ?? 'an object';
    const { length } = value;
    if (typeof length === 'number') return length === 1 ? '1 element' : `${length} elements`;
  } catch {
    // a proxy that is revoked, or whose traps throw
  }
  return 'an object';
}

/** What a number is in a value that keeps how it was written: a NaN by its bits, a padded integer with its bytes. */
function describeKept(value: object): string | undefined {
  const member = (name: string): unknown => Reflect.getOwnPropertyDescriptor(value, name)?.value; // runs no getter
  const nan = member('nan');
  if (typeof nan === 'bigint') return `NaN 0x${nan.toString(16)}`;
  const [integer, size] = [member('value'), member('byteLength')];
  const isInteger = typeof integer === 'number' || typeof integer === 'bigint';
  return isInteger && typeof size === 'number' ? `${describe(integer)} in ${size} bytes` : undefined;
}

/** Elements by index and the length by its original getter: neither can be overridden. */
function describeBytes(bytes: Uint8Array): string {
  const length = Number(Reflect.get(Object.getPrototypeOf(Uint8Array.prototype), 'length', bytes));
  const hex: string[] = [];
  for (let i = 0; i < Math.min(length, BYTES_LIMIT); i++) {
    hex.push((bytes[i] ?? 0).toString(16).padStart(2, '0'));
  }
  if (length === 0) return 'no bytes';
  return `bytes ${hex.join(' ')}${length > BYTES_LIMIT ? ` … (${length})` : ''}`;
}
