import type { Node } from '@bytewright/schema-dsl';
import {
  bytes,
  count,
  derived,
  list,
  optional,
  parameter,
  prefix,
  processed,
  struct,
  toEnd,
  u8,
  u32be,
  xor,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { Codecs } from './codecs.js';
import { generatedText } from './generate-code.js';
import { loadModule } from './load-module.js';

const both = (schema: Node<unknown>): Codecs => new Codecs(schema, loadModule(generatedText([schema])));

const few = {
  code: 'limit-exceeded',
  offset: 4,
  path: 'items',
  expected: expect.stringMatching(
    /^at most (65600|680) more list elements that may take no bytes \(16 for each byte and 65536 in all\)$/,
  ),
  found: expect.stringMatching(/^(0x10041 \(65601\)|0xffffff \(16777215\)|0x2a9 \(681\))$/),
};

const size = parameter('size', u8);
const flag = parameter('flag', u8);
const Nothing = struct('Nothing', {});
const element = {
  'an empty struct': Nothing,
  'bytes of a computed size': bytes(size),
  'a list of a computed count': list(Nothing, size),
  'what may be left out': optional(u8),
  'three of them': struct('Three', { a: bytes(size), b: bytes(size), c: bytes(size) }),
} as const;

/** The element behind a count, with the parameters and conditions that it needs. */
function listOf(item: Node<unknown>, isOptional: boolean): Node<unknown> {
  const Item = isOptional
    ? struct('Item', { value: optional(u8) }).where(($) => [$.value.presentWhen(flag.eq(1))])
    : item;
  return struct('Items', { items: list(Item, prefix(u32be)).with(size.of(0), flag.of(0)) });
}

describe('elements of no bytes', () => {
  test.each(Object.entries(element))('are bounded by the input: %s', (name, item) => {
    const codecs = both(listOf(item as Node<unknown>, name === 'what may be left out'));
    // 4 bytes in all: 16 for each of them, and 65,536
    const accepted = codecs.decode(Uint8Array.of(0, 1, 0, 64)); // and encodes to the same bytes
    expect('value' in accepted && (accepted.value as { items: unknown[] }).items).toHaveLength(65_600);
    expect(codecs.decode(Uint8Array.of(0, 1, 0, 65))).toEqual({ error: expect.objectContaining(few) });
    expect(codecs.decode(Uint8Array.of(0, 255, 255, 255))).toEqual({ error: expect.objectContaining(few) });
  });

  test('are counted together, in changed regions too, and alike in both directions', () => {
    const Part = struct('Part', { items: list(Nothing, prefix(u32be)) });
    const schema = struct('Parts', {
      n: derived(u8),
      parts: list(processed(xor(0xff), 4, Part)),
    }).where(($) => [$.n.is(count($.parts))]);
    const codecs = both(schema);
    const part = (elements: number): { items: object[] } => ({
      items: Array.from({ length: elements }, () => ({})),
    });
    // 9 bytes: 65,680 elements
    expect(codecs.encodeAndBack({ parts: [part(65_000), part(680)] })).toHaveProperty('value.length', 9);
    const tooMany = codecs.encodeAndBack({ parts: [part(65_000), part(681)] });
    expect(tooMany).toEqual({
      error: expect.objectContaining({ ...few, offset: 9, path: 'parts[1].items' }),
    });
  });

  test('of some bytes are not counted', () => {
    const codecs = both(struct('Bytes', { items: list(struct('One', { x: u8 }), toEnd) }));
    expect(codecs.decode(new Uint8Array(70_000))).toHaveProperty('value.items.length', 70_000);
  });
});
