import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  decode,
  encode,
  f32le,
  f64be,
  list,
  prefix,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u32be,
  u64le,
} from '../../src/index.js';
import { DecodeContext } from '../../src/interpreter/decode-context.js';
import { EncodeContext } from '../../src/interpreter/encode-context.js';

// Long lists of numbers and long texts are copied as a whole: a million take as many steps as three.

const MANY = 1 << 16;

/** How often methods with a given name are called while something runs. */
function callsOf<T>(of: object, names: readonly string[], run: () => T): readonly [T, number] {
  let calls = 0;
  const methods = names.map(
    (name) => [name, Reflect.get(of, name) as (...args: unknown[]) => unknown] as const,
  );
  for (const [name, method] of methods)
    Reflect.set(of, name, function counted(this: unknown, ...args: unknown[]) {
      calls++;
      return method.apply(this, args);
    });
  try {
    return [run(), calls];
  } finally {
    for (const [name, method] of methods) Reflect.set(of, name, method);
  }
}

/** The number of steps that the interpreter takes to encode a value and decode it again. */
function stepsOf(node: Node<unknown>, items: unknown): readonly [number, number] {
  const schema: Node<unknown> = struct('Holder', { items: node });
  const [bytes, written] = callsOf(EncodeContext.prototype, ['take'], () => encode(schema, { items }));
  const [value, read] = callsOf(DecodeContext.prototype, ['need', 'enter'], () => decode(schema, bytes));
  expect(value).toStrictEqual({ items });
  return [written, read];
}

describe('the interpreter takes a constant number of steps per batch', () => {
  test.each<readonly [string, Node<unknown>, (length: number) => unknown]>([
    ['bytes', list(u8, toEnd), (length) => new Uint8Array(length).fill(7)],
    ['words', list(u16be, prefix(u32be)), (length) => new Uint16Array(length).fill(0x102)],
    ['64-bit numbers', list(u64le, toEnd), (length) => new BigUint64Array(length).fill(1n << 60n)],
    ['single floats', list(f32le, toEnd), (length) => new Float32Array(length).fill(Number.NaN)],
    ['double floats', list(f64be, prefix(u32be)), (length) => new Float64Array(length).fill(-0)],
    ['text of latin1', string(toEnd, 'latin1'), (length) => 'é'.repeat(length)],
    ['text of UTF-8', string(toEnd), (length) => 'é'.repeat(length)],
  ])('%s', (_, node, make) => {
    const few = stepsOf(node, make(3));
    expect(stepsOf(node, make(MANY))).toStrictEqual(few);
    expect(Math.max(...few)).toBeLessThan(8);
  });
});
