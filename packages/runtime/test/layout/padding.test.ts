import { expect, test } from 'vitest';
import {
  checkPadding,
  createOutput,
  findOther,
  openInput,
  paddingTo,
  takePadding,
  writePadding,
} from '../../src/codec.js';
import { thrown } from '../thrown.js';

test('padding reaches the next multiple, and is nothing at one', () => {
  expect([0, 1, 3, 4, 5, 8].map((position) => paddingTo(position, 4))).toEqual([0, 3, 1, 0, 3, 0]);
  expect([0, 7].map((position) => paddingTo(position, 1))).toEqual([0, 0]);
});

test('padding is told from anything else by its first other byte', () => {
  const bytes = Uint8Array.of(9, 0, 0, 7, 0);
  expect(findOther(bytes, 1, 2, 0)).toBe(-1);
  expect(findOther(bytes, 1, 4, 0)).toBe(3);
  checkPadding(bytes, 1, 2, 0, 'pad');
  expect(thrown(() => checkPadding(bytes, 1, 4, 0, 'pad'))).toMatchObject({
    code: 'wrong-constant',
    offset: 3,
    path: 'pad',
    expected: '0',
    found: '7',
  });
  expect(takePadding(openInput(bytes), 1, 2, 0)).toBeUndefined();
  expect(takePadding(openInput(bytes), 1, 4, 0)).toEqual(Uint8Array.of(0, 0, 7, 0));
});

test('padding is written where nothing is kept in its place', () => {
  const output = createOutput(4);
  expect(writePadding(output, undefined, 2, 0xff, 0, 'pad')).toBe(2);
  expect(writePadding(output, Uint8Array.of(1, 0), 2, 0, 2, 'pad')).toBe(4);
  expect(output.bytes).toEqual(Uint8Array.of(0xff, 0xff, 1, 0));
  const refused = (kept: unknown, size = 2): unknown =>
    thrown(() => writePadding(createOutput(4), kept, size, 0, 1, 'pad'));
  expect(refused('ab')).toMatchObject({ code: 'wrong-type', offset: 1, path: 'pad' });
  expect(refused(Uint8Array.of(1))).toMatchObject({ code: 'wrong-length', found: 'length 1' });
  expect(refused(Uint8Array.of(0, 0))).toMatchObject({ code: 'mismatch', found: 'bytes 00 00' });
  expect(refused(undefined, 9)).toMatchObject({
    code: 'wrong-length',
    expected: 'at most 3 bytes, as the value had before it was written',
  });
});
