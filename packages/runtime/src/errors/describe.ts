import { isPlain } from '../values/is-plain.js';
import { isTypedArray, typedArrayName } from '../values/is-typed-array.js';
import { escapeControls } from './escape-controls.js';

const TEXT_LIMIT = 40;
const BYTES_LIMIT = 16;
/** Characters after which no further member of a list or an object is shown. */
const MEMBERS_LIMIT = 40;

/**
 * What a formula gives, for messages that expect it. NaN says that there is nothing exact, such as a quotient with a
 * remainder, and that no value would be right.
 */
export function describeResult(value: unknown): string {
  return Number.isNaN(value) ? 'no exact number' : describe(value);
}

/**
 * A value in a few characters, for messages. Never throws, and runs no code of the value's: no getter, no `toString`.
 * Only a proxy cannot be told from what it stands for. Control characters are escaped.
 *
 * @example `0x7e (126)`, `0x7e (126n)`, `"abc"`, `bytes 01 02`, `[1, 2, … 8 more]`, `{ kind: 1 }`, `an instance of Map`
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
      return describeBigint(value);
    case 'string':
      return escapeControls(JSON.stringify(cut(value)));
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

function describeBigint(value: bigint): string {
  const decimal = String(value);
  return value < 10n || decimal.length > TEXT_LIMIT
    ? `${cut(decimal)}n`
    : `0x${value.toString(16)} (${decimal}n)`;
}

function cut(text: string): string {
  return text.length > TEXT_LIMIT ? `${text.slice(0, TEXT_LIMIT)}…` : text;
}

function describeObject(value: object): string {
  try {
    const name = typedArrayName(value);
    if (name !== undefined) return `${name} ${describeList(value)}`;
    if (Array.isArray(value)) return describeList(value);
    return describeKept(value) ?? (isPlain(value) ? describeMembers(value) : describeInstance(value));
  } catch {
    return 'an object'; // a proxy that is revoked, or whose traps throw
  }
}

/** A property's value; `undefined` where only running code would tell. */
function member(value: object, name: string): unknown {
  return Reflect.getOwnPropertyDescriptor(value, name)?.value;
}

/** An array or a typed array, whose length and elements no property of its own overrides. */
function describeList(value: object): string {
  const length = Array.isArray(value)
    ? Number(member(value, 'length'))
    : Number(Reflect.get(Object.getPrototypeOf(Uint8Array.prototype), 'length', value));
  if (!Number.isSafeInteger(length)) return 'an object'; // what stands for an array, and is none
  return `[${firstOf(length, (at) => describeMember(member(value, String(at))))}]`;
}

function describeMembers(value: object): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty object';
  const texts = (at: number): string => {
    const key = keys[at] ?? '';
    return `${/^[\w$]{1,40}$/.test(key) ? key : describe(key)}: ${describeMember(member(value, key))}`;
  };
  return `{ ${firstOf(keys.length, texts)} }`;
}

/** The first of several texts, and how many are left out. */
function firstOf(count: number, textOf: (at: number) => string): string {
  let text = '';
  for (let at = 0; at < count; at++) {
    if (text.length > MEMBERS_LIMIT) return `${text}, … ${count - at} more`;
    text += `${at === 0 ? '' : ', '}${textOf(at)}`;
  }
  return text;
}

/** A member, without members of its own. */
function describeMember(value: unknown): string {
  if (typeof value !== 'object' || value === null || isTypedArray(value, 'Uint8Array'))
    return describe(value);
  return Array.isArray(value) || typedArrayName(value) !== undefined ? '[…]' : '{ … }';
}

function describeInstance(value: object): string {
  const made: unknown = member(Object.getPrototypeOf(value) as object, 'constructor');
  const name = typeof made === 'function' ? member(made, 'name') : undefined;
  return typeof name === 'string' && /^[\w$]{1,40}$/.test(name) ? `an instance of ${name}` : 'an object';
}

/** What a number is in a value that keeps how it was written: a NaN by its bits, a padded integer with its bytes. */
function describeKept(value: object): string | undefined {
  const nan = member(value, 'nan');
  if (typeof nan === 'bigint') return `NaN 0x${nan.toString(16)}`;
  const [integer, size] = [member(value, 'value'), member(value, 'byteLength')];
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
