import { expectTypeOf, test } from 'vitest';
import type { CustomCodec, Infer } from '../../src/index.js';
import { byteLength, bytes, custom, derived, external, list, struct } from '../../src/index.js';

declare const integer: CustomCodec<bigint>;
declare const point: CustomCodec<{ x: number; y: number }>;
const bigint = external({ module: './own.js', export: 'integer' }, integer);
const object = external({ module: './own.js', export: 'point' }, point);

test('a hand-written codec has the type of its values', () => {
  const Shape = struct('Shape', { id: custom(bigint, { type: 'bigint' }), points: list(custom(object), 2) });
  expectTypeOf<Infer<typeof Shape>>().toEqualTypeOf<{ id: bigint; points: { x: number; y: number }[] }>();
});

test('the type option must match the type of its values', () => {
  // @ts-expect-error bigints are not numbers
  custom(bigint, { type: 'number' });
  // @ts-expect-error an object is not a scalar
  custom(object, { type: 'number' });
  // @ts-expect-error a function is not a codec
  custom(external({ module: './own.js', export: 'read' }, integer.read));
});

test('a hand-written codec may hold a length', () => {
  const Frame = struct('Frame', { size: derived(custom(bigint, { type: 'bigint' })), data: bytes() }).where(
    ($) => [$.size.is(byteLength($.data))],
  );
  expectTypeOf<Infer<typeof Frame>>().toEqualTypeOf<{ data: Uint8Array }>();
});
