import type { Input, Output } from '@bytewright/runtime/codec';
import {
  checkInteger,
  createOutput,
  openInput,
  readMember,
  sizeOfMember,
  unexpectedEnd,
  writeMember,
} from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';
import { thrown } from '../thrown.js';

const readByte = (input: Input, more = 0): number => {
  const { view, offset, end } = input;
  if (end - offset < 1) throw unexpectedEnd(offset, 'id', 'u8 (1 byte)', end - offset);
  input.offset = offset + 1;
  return view.getUint8(offset) + more;
};
const writeByte = (output: Output, value: { id: number }, more = 0): void => {
  const { view, offset } = output;
  view.setUint8(offset, checkInteger(value.id + more, 0, 255, offset, 'id', 'u8'));
  output.offset = offset + 1;
};
const measureByte = (value: { id: number }, more = 0): number =>
  1 + checkInteger(value.id, 0, 255, undefined, 'id', 'u8') * more;

test('a member is read where the input stands, with the parameters of its struct', () => {
  const input = openInput(Uint8Array.of(7, 8));
  expect(readMember(input, 'footer', readByte)).toBe(7);
  expect(readMember(input, 'footer', readByte, 100)).toBe(108);
  expect(input.offset).toBe(2);
});

test('a member is written where the output stands, and measured', () => {
  const output = createOutput(2);
  writeMember(output, { id: 7 }, 'footer', writeByte);
  writeMember(output, { id: 8 }, 'footer', writeByte, 100);
  expect(output.bytes).toEqual(Uint8Array.of(7, 108));
  expect(sizeOfMember({ id: 3 }, 'footer', measureByte)).toBe(1);
  expect(sizeOfMember({ id: 3 }, 'footer', measureByte, 2)).toBe(7);
});

test('the path of a member stands in front of its errors', () => {
  const input = openInput(new Uint8Array(0));
  expect(thrown(() => readMember(input, 'footer', readByte))).toMatchObject({
    code: 'unexpected-end',
    path: 'footer.id',
    offset: 0,
  });
  expect(thrown(() => writeMember(createOutput(1), { id: -1 }, 'footer', writeByte))).toMatchObject({
    code: 'out-of-range',
    path: 'footer.id',
    offset: 0,
  });
  expect(thrown(() => sizeOfMember({ id: -1 }, 'footer', measureByte))).toMatchObject({
    code: 'out-of-range',
    path: 'footer.id',
    offset: undefined,
  });
});

test('what is not an error of ours passes as it is', () => {
  const mistake = new RangeError('own');
  const fails = (): never => {
    throw mistake;
  };
  const input = openInput(new Uint8Array(0));
  expect(thrown(() => readMember(input, 'footer', fails))).toBe(mistake);
  expect(thrown(() => writeMember(createOutput(0), {}, 'footer', fails))).toBe(mistake);
  expect(thrown(() => sizeOfMember({}, 'footer', fails))).toBe(mistake);
});
