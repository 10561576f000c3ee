import type { DecodeError, EncodeError } from '@bytewright/runtime';
import { isDecodeError } from '@bytewright/runtime';
import { checkList, checkTypedArray } from '@bytewright/runtime/codec';
import { expectTypeOf, test } from 'vitest';

test('a typed array has the type that was asked for', () => {
  const value: unknown = undefined;
  expectTypeOf(checkTypedArray(value, 'Uint16Array', 0, '')).toEqualTypeOf<Uint16Array>();
  expectTypeOf(checkTypedArray(value, 'BigInt64Array', 0, '')).toEqualTypeOf<BigInt64Array>();
  // @ts-expect-error: no list of numbers decodes to it
  checkTypedArray(value, 'Uint8ClampedArray', 0, '');
});

test('a list keeps the type of its elements', () => {
  const names: readonly string[] = [];
  const value: unknown = names;
  expectTypeOf(checkList(names, 0, '')).toEqualTypeOf<readonly string[]>();
  expectTypeOf(checkList(value, 0, '')).toEqualTypeOf<readonly unknown[]>();
});

test('errors are read-only, and only an encode error may lack an offset', () => {
  expectTypeOf<DecodeError['offset']>().toEqualTypeOf<number>();
  expectTypeOf<EncodeError['offset']>().toEqualTypeOf<number | undefined>();
  const error: unknown = undefined;
  if (isDecodeError(error)) {
    expectTypeOf(error).toEqualTypeOf<DecodeError>();
    // @ts-expect-error: read-only
    error.path = 'elsewhere';
  }
});
