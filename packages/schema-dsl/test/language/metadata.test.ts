import type { Node } from '@bytewright/schema-dsl';
import {
  bytes,
  derived,
  explain,
  list,
  optional,
  prefix,
  struct,
  u8,
  u16be,
  u64be,
} from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { lawsOf } from '@bytewright/schema-dsl/testing';
import { describe, expect, test } from 'vitest';

const structOf = (schema: Node<unknown>, name: string) => irOf(schema).structs[name];

test("explanations show the format's own name of a field", () => {
  const Timer = struct('Timer', {
    expiresAt: u64be.wireName('qemu_timer').wireType('timer').unit('ns'),
    plain: u8,
  });
  const { root } = explain(Timer, new Uint8Array(9));
  expect(root.parts.map(({ path, metadata }) => [path, metadata])).toEqual([
    ['expiresAt', { unit: 'ns', wireName: 'qemu_timer', wireType: 'timer' }],
    ['plain', undefined],
  ]);
});

describe('documentation', () => {
  const Pulse = struct('Pulse', {
    width: u16be
      .unit('ms')
      .doc('How long.')
      .source('section 3')
      .deprecated('use `long`')
      .example(1)
      .example(2),
    plain: u8,
    long: optional(u64be, undefined).doc('Longer.'),
    crc: derived(u8.unit('bits')).doc('Derived.'),
  })
    .where(($) => [$.long.presentWhen($.plain.eq(1)), $.crc.is($.plain)])
    .source('section 2')
    .example({ width: 1, plain: 1, long: 2n });

  test('is data of the schema, in any order and on both sides of a wrapper', () => {
    const [width, plain, long, crc] = structOf(Pulse, 'Pulse')?.fields ?? [];
    expect(width).toMatchObject({
      doc: 'How long.',
      metadata: { unit: 'ms', source: 'section 3', deprecated: 'use `long`', examples: [1, 2] },
    });
    expect(plain).not.toHaveProperty('metadata');
    expect(long).toMatchObject({ doc: 'Longer.' });
    expect(crc).toMatchObject({ doc: 'Derived.', metadata: { unit: 'bits' } });
    expect(structOf(Pulse, 'Pulse')?.metadata).toEqual({
      source: 'section 2',
      examples: [
        {
          members: [
            ['width', 1],
            ['plain', 1],
            ['long', { bigint: '2' }],
          ],
        },
      ],
    });
  });

  test('survives JSON, and is frozen', () => {
    const ir = irOf(Pulse);
    expect(JSON.parse(JSON.stringify(ir.structs.Pulse?.metadata))).toEqual(ir.structs.Pulse?.metadata);
    expect(Object.isFrozen(ir.structs.Pulse?.metadata?.examples)).toBe(true);
  });

  test('does not modify the node that it is added to', () => {
    expect(u16be.definition).toEqual({ kind: 'integer', type: 'u16be' });
    const Plain = struct('Plain', { width: u16be });
    Plain.example({ width: 3 });
    expect(structOf(Plain, 'Plain')).not.toHaveProperty('metadata');
  });

  test('does not affect the IR of schemas without it', () => {
    const text = JSON.stringify(irOf(struct('Bare', { a: u8.doc('A.') })));
    expect(text).not.toContain('metadata');
  });
});

describe('misuse is an error at the call', () => {
  const refuses = (make: () => unknown, message: string): void => expect(make).toThrow(message);

  test('for texts', () => {
    refuses(() => u8.unit(''), '.unit(): expected non-empty text, found ""');
    refuses(() => u8.deprecated(' '), '.deprecated(): expected non-empty text, found " "');
    refuses(() => u8.source(undefined as never), '.source(): expected non-empty text, found undefined');
    refuses(() => u8.doc(7 as never), '.doc(): expected non-empty text, found 7');
  });

  test('for the unit of a struct', () => {
    refuses(
      () => struct('S', { a: u8 }).unit('ms'),
      'S: a struct has no unit; put .unit() on a numeric field',
    );
  });

  test('for invalid examples', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    refuses(() => u8.example((() => 1) as never), 'found a function');
    refuses(() => u8.example(null as never), 'found null');
    refuses(() => struct('S', { a: u8 }).example(loop as never), 'contains itself');
    refuses(() => u8.example(new Date() as never), 'found an instance of a class');
    refuses(() => u8.example(new DataView(new ArrayBuffer(1)) as never), 'found a DataView');
  });
});

test('laws start with the examples, and fail for one that cannot be encoded', () => {
  const Blob = struct('Blob', { data: bytes(prefix(u8)), items: list(u16be, 1) });
  const right = { data: Uint8Array.of(1), items: Uint16Array.of(7) };
  for (const law of lawsOf(Blob.example(right), undefined, { runs: 5 })) law.check();
  expect(() => lawsOf(Blob.example({ ...right, items: new Uint16Array(2) }))).toThrow('items');
});

test('documentation of a node also applies if it is present only from a version on', () => {
  const timer = u64be.wireType('timer').unit('ns').doc('When.');
  const State = struct('State', { has: u8, at: optional(timer), later: optional(timer).unit('ms') }).where(
    ($) => [$.at.presentWhen($.has.eq(1)), $.later.presentWhen($.has.eq(1))],
  );
  const [, at, later] = structOf(State, 'State')?.fields ?? [];
  expect(at).toMatchObject({ doc: 'When.', metadata: { wireType: 'timer', unit: 'ns' } });
  expect(later?.metadata).toEqual({ wireType: 'timer', unit: 'ms' });
});
