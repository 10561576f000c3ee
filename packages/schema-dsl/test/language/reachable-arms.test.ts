import { expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  bool,
  bytes,
  enumeration,
  firstOf,
  flags,
  irOf,
  openEnumeration,
  preserve,
  SchemaError,
  string,
  struct,
  u8,
  u16be,
  uleb128,
} from '../../src/index.js';

function errorOf(schema: Node<unknown>): string {
  try {
    irOf(schema);
  } catch (error) {
    if (error instanceof SchemaError) return error.message;
    throw error;
  }
  throw new Error('the schema was accepted');
}

test.each<readonly [what: string, node: Node<unknown>]>([
  ['a bool that keeps other bytes', preserve(bool)],
  ['an open enumeration', openEnumeration(u8, { a: 1 })],
  ['flags that keep other bits', flags(u8, { a: 0 })],
  ['so many bytes', bytes(1)],
  ['so many characters', string(1, 'latin1')],
])('an alternative behind %s, which parses any bytes, is never reached', (_, a) => {
  expect(errorOf(struct('S', { body: firstOf({ a, b: u16be }) }))).toBe(
    'S.body.b: unreachable: a parses any bytes; move it after this one, or say what must follow it (followedBy)',
  );
});

test.each<readonly [what: string, node: Node<unknown>]>([
  ['an enumeration', enumeration(u8, { a: 1 })],
  ['strict flags', flags(u8, { a: 0 }, { strict: true })],
  ['flags of variable length', flags(uleb128(32), { a: 0 })],
  ['text that not all bytes are', string(1)],
])('one behind %s is', (_, a) => {
  expect(() => irOf(struct('S', { body: firstOf({ a, b: u16be }) }))).not.toThrow();
});
