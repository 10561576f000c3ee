import { describe } from '../errors/describe.js';
import { encodeFailure } from '../errors/failures.js';
import { joinPath } from '../errors/join-path.js';
import { nearest } from '../errors/nearest.js';
import { isPlain } from '../values/is-plain.js';
import { checkObject } from './check-values.js';

const NO_KEYS: readonly string[] = [];

/**
 * Checks that an object of a value has no own enumerable key but its own ones: a misspelt or a forgotten one would be
 * ignored otherwise. Keys may be missing; what is missing and needed is told by whoever needs it. Symbols and what is
 * not enumerable are not looked at.
 *
 * Keys that stand as decoders give them, as far as they are there, are only passed by; they are looked up one by one
 * where their order is another.
 *
 * @param keys the object's keys, in the order in which decoders give them
 * @param hidden names of constant and derived fields, which may come along: {@link checkGiven} holds each against what is written
 * @returns whether any of `hidden` came along
 * @throws EncodeError `wrong-type` for what is no such object, `unknown-key` at the path of the first key that it must not have
 * @example `checkKeys({ lenght: 2, text: 'hi' }, ['length', 'text'], 0, 'head')` throws `unknown-key` at `head.lenght`
 */
export function checkKeys(
  value: unknown,
  keys: readonly string[],
  offset: number | undefined,
  path: string,
  hidden: readonly string[] = NO_KEYS,
): boolean {
  const object = checkObject(value, offset, path);
  let at = 0;
  for (const key in object) {
    while (at < keys.length && keys[at] !== key) at++; // those on the way are left out
    if (at === keys.length) return lookUpKeys(object, keys, offset, path, hidden);
    at++;
  }
  if (at === 0) checkKind(object, keys, offset, path);
  return false;
}

/** The same, key by key. */
function lookUpKeys(
  object: object,
  keys: readonly string[],
  offset: number | undefined,
  path: string,
  hidden: readonly string[],
): boolean {
  checkKind(object, keys, offset, path);
  const known = new Set(keys);
  let isAnyGiven = false;
  for (const key of Object.keys(object)) {
    if (known.has(key)) continue;
    if (!hidden.includes(key)) throw unknownKey(key, keys, offset, path);
    isAnyGiven = true;
  }
  return isAnyGiven;
}

/** Refuses bytes, maps, dates and the like, which pass for an object of optional members that has none. */
function checkKind(object: object, keys: readonly string[], offset: number | undefined, path: string): void {
  if (isPlain(object) || keys.some((key) => key in object)) return;
  throw encodeFailure('wrong-type', offset, path, `an object with ${keysText(keys)}`, describe(object));
}

function unknownKey(key: string, keys: readonly string[], offset: number | undefined, path: string): Error {
  const near = nearest(key, keys);
  const found = near === undefined ? describe(key) : `${describe(key)}; did you mean ${near}?`;
  const isName = /^[A-Za-z_$][\w$]{0,39}$/.test(key);
  const at = isName ? joinPath(path, key) : `${path}[${describe(key)}]`;
  return encodeFailure('unknown-key', offset, at, keysText(keys), found);
}

/** Keys that an error names; an object may have thousands. */
const SHOWN_KEYS = 8;

function keysText(keys: readonly string[]): string {
  if (keys.length === 0) return 'no key';
  const rest = keys.length > SHOWN_KEYS ? ` and ${keys.length - SHOWN_KEYS} more` : '';
  return `${keys.length === 1 ? 'the key' : 'the keys'} ${keys.slice(0, SHOWN_KEYS).join(', ')}${rest}`;
}
