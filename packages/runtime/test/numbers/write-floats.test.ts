import { describe, expect, test } from 'vitest';
import { checkFloat, setFloat } from '../../src/numbers/floats.js';
import { writeF32be, writeF32le, writeF64be, writeF64le } from '../../src/numbers/write-floats.js';
import { thrown } from '../thrown.js';

const WRITERS = [
  ['f32be', 4, false, writeF32be],
  ['f32le', 4, true, writeF32le],
  ['f64be', 8, false, writeF64be],
  ['f64le', 8, true, writeF64le],
] as const;

const [payload = 0] = new Float64Array(new BigUint64Array([0xfff8000000000123n]).buffer);

describe.each(WRITERS)('%s', (type, size, littleEndian, write) => {
  test.each([
    0,
    -0,
    1.5,
    -(2 ** 70),
    Number.NaN,
    payload,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ])('%d is written as any float is, and nothing around it', (value) => {
    const expected = new DataView(new ArrayBuffer(size + 2));
    setFloat(expected, 1, size, value, littleEndian);
    const found = new DataView(new ArrayBuffer(size + 2));
    write(found, 1, value, 'x');
    expect(new Uint8Array(found.buffer)).toEqual(new Uint8Array(expected.buffer));
  });

  test.each([
    1n,
    '1',
    null,
    undefined,
    { nan: 0x7f800001n },
    new Number(1),
    ...(size === 4 ? [0.1, 1e39] : []),
  ])('%s is refused as any float is', (value) => {
    const view = new DataView(new ArrayBuffer(size + 3));
    const expected = thrown(() => checkFloat(value, size, 3, 'a.b', type));
    expect(thrown(() => write(view, 3, value, 'a.b'))).toEqual(expected);
  });
});

test('the edges of what 32 bits hold', () => {
  const view = new DataView(new ArrayBuffer(4));
  writeF32be(view, 0, 3.4028234663852886e38, 'x');
  expect(view.getUint32(0)).toBe(0x7f7fffff);
  expect(thrown(() => writeF32be(view, 0, 3.4028235677973366e38, 'x'))).toMatchObject({
    code: 'out-of-range',
  });
});
