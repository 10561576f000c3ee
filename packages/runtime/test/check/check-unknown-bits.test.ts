import { checkUnknownBits } from '@bytewright/runtime/codec';
import { describe, expect, it } from 'vitest';
import { thrown } from '../thrown.js';

describe('checkUnknownBits', () => {
  it('gives the bits back where none has a name', () => {
    expect(checkUnknownBits(0x84, 0x03, 0xff, 0, 'f', 'u8')).toBe(0x84);
    expect(checkUnknownBits(2n ** 62n, 2n ** 63n, 2n ** 64n - 1n, 0, 'f', 'u64be')).toBe(2n ** 62n);
    expect(checkUnknownBits(2 ** 40, 2 ** 52, 2 ** 53 - 1, 0, 'f', 'uleb128(53)')).toBe(2 ** 40);
  });

  it('gives back that there are none, as the type has it', () => {
    expect(checkUnknownBits(0, 0x03, 0xff, 0, 'f', 'u8')).toBe(0);
    expect(checkUnknownBits(0n, 3n, 255n, 0, 'f', 'u64be')).toBe(0n);
    expect(thrown(() => checkUnknownBits(-0, 0x03, 0xff, 0, 'f', 'u8'))).toMatchObject({
      code: 'out-of-range',
    });
    expect(thrown(() => checkUnknownBits(0, 3n, 255n, 0, 'f', 'u64be'))).toMatchObject({
      code: 'wrong-type',
    });
    expect(thrown(() => checkUnknownBits(0n, 0x03, 0xff, 0, 'f', 'u8'))).toMatchObject({
      code: 'wrong-type',
    });
  });

  it('refuses bits that have a name, that are too many, or that are none', () => {
    expect(thrown(() => checkUnknownBits(0x85, 0x03, 0xff, 7, 'f', 'u8'))).toMatchObject({
      code: 'invalid-value',
      offset: 7,
      path: 'f',
      expected: 'bits that have no name',
      found: '0x85 (133)',
    });
    expect(
      thrown(() => checkUnknownBits(2 ** 52, 2 ** 52, 2 ** 53 - 1, 0, 'f', 'uleb128(53)')),
    ).toMatchObject({
      code: 'invalid-value',
    });
    expect(thrown(() => checkUnknownBits(256, 0x03, 0xff, 0, 'f', 'u8'))).toMatchObject({
      code: 'out-of-range',
    });
    expect(thrown(() => checkUnknownBits(1n, 0x03, 0xff, 0, 'f', 'u8'))).toMatchObject({
      code: 'wrong-type',
    });
  });
});
