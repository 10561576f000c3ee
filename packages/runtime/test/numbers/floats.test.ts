import { describe, expect, test } from 'vitest';
import {
  checkFloat,
  checkFloatOrNaN,
  describeNaN,
  getFloat16,
  isCanonicalNaN,
  keepNaN,
  setFloat,
} from '../../src/numbers/floats.js';
import { thrown } from '../thrown.js';

const view = (hex: string): DataView => new DataView(Uint8Array.from(Buffer.from(hex, 'hex')).buffer);
const hexOf = ({ buffer }: DataView): string => Buffer.from(buffer).toString('hex');

describe('floats', () => {
  test('only the canonical NaN is a NaN that numbers carry', () => {
    expect(isCanonicalNaN(view('7e00'), 0, 2, false)).toBe(true);
    expect(isCanonicalNaN(view('0000c07f'), 0, 4, true)).toBe(true);
    expect(isCanonicalNaN(view('7ff8000000000000'), 0, 8, false)).toBe(true);
    expect(isCanonicalNaN(view('7fc00001'), 0, 4, false)).toBe(false);
    expect(isCanonicalNaN(view('ffc00000'), 0, 4, false)).toBe(false);
    expect(describeNaN(view('7fc00001'), 0, 4, false)).toBe('NaN 0x7fc00001');
  });

  test('other NaNs are kept as their bits', () => {
    expect(keepNaN(1.5, view('3fc00000'), 0, 4, false)).toBe(1.5);
    expect(keepNaN(Number.NaN, view('7fc00000'), 0, 4, false)).toBeNaN();
    expect(keepNaN(Number.NaN, view('7f800001'), 0, 4, false)).toEqual({ nan: 0x7f800001n });
  });

  test.each([
    ['3c00', 2, 1],
    ['7e00', 2, Number.NaN],
    ['3f800000', 4, 1],
    ['7fc00000', 4, Number.NaN],
    ['80000000', 4, -0],
    ['3ff0000000000000', 8, 1],
    ['7ff8000000000000', 8, Number.NaN],
    ['7f800001', 4, { nan: 0x7f800001n }],
  ] as const)('%s is written', (hex, size, value) => {
    const output = new DataView(new ArrayBuffer(size));
    setFloat(output, 0, size, value, false);
    expect(hexOf(output)).toBe(hex);
  });

  test('a NaN with a payload in a variable is written as the canonical one', () => {
    const [payload = 0] = new Float64Array(new BigUint64Array([0xfff8000000000123n]).buffer);
    const output = new DataView(new ArrayBuffer(8));
    setFloat(output, 0, 8, payload, false);
    expect(hexOf(output)).toBe('7ff8000000000000');
  });

  test('half floats in both orders', () => {
    expect(getFloat16(view('c000'), 0, false)).toBe(-2);
    expect(getFloat16(view('00c0'), 0, true)).toBe(-2);
  });

  test.each([
    [0.1, 4, 'out-of-range'],
    [0.1, 2, 'out-of-range'],
    [1e39, 4, 'out-of-range'],
    [1n, 8, 'wrong-type'],
    ['1', 8, 'wrong-type'],
    [null, 8, 'wrong-type'],
  ] as const)('%s does not fit into %i bytes', (value, size, code) => {
    expect(thrown(() => checkFloat(value, size, 3, 'a.b', 'f'))).toMatchObject({
      code,
      offset: 3,
      path: 'a.b',
    });
  });

  test.each([0.5, -0, Number.NaN, Number.POSITIVE_INFINITY, 65504])('%d fits into two bytes', (value) => {
    expect(checkFloat(value, 2, 0, '', 'f16be')).toBe(value);
  });

  test.each([
    [{ nan: 0x7fc00000n }, 'out-of-range'], // the canonical one has a form already
    [{ nan: 0x7f800000n }, 'out-of-range'], // infinity
    [{ nan: 0x3f800000n }, 'out-of-range'], // 1
    [{ nan: 0x17fc00001n }, 'out-of-range'], // 33 bits
    [{ nan: -1n }, 'out-of-range'],
    [{ nan: 1 }, 'wrong-type'],
    [{}, 'wrong-type'],
    [undefined, 'wrong-type'],
  ] as const)('%s are not bits of a NaN', (value, code) => {
    expect(thrown(() => checkFloatOrNaN(value, 4, undefined, 'x', 'f32be'))).toMatchObject({
      code,
      path: 'x',
    });
  });

  test('the bits of a NaN are taken once', () => {
    const value = { nan: 0xffc00000n };
    const taken = checkFloatOrNaN(value, 4, 0, '', 'f32be');
    expect(taken).toEqual({ nan: 0xffc00000n });
    expect(taken).not.toBe(value);
    expect(() => checkFloatOrNaN({ ...value, more: 1 }, 4, 0, 'x', 'f32be')).toThrow(
      expect.objectContaining({ code: 'unknown-key', path: 'x.more' }),
    );
    expect(checkFloatOrNaN(2, 4, 0, '', 'f32be')).toBe(2);
  });
});
