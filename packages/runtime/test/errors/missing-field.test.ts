import { DecodeError, EncodeError } from '@bytewright/runtime';
import { checkFailed, missingField, unexpectedEnd, valueFailed } from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';

const FIELDS = 'id: u32be, mac: 6 bytes, mark: 1 byte, words: u16le[3], kind: i8, ratio: f64be';
const SIZES = [
  ['id', 4, 'u32be (4 bytes)'],
  ['mac', 6, '6 bytes'],
  ['mark', 1, '1 byte'],
  ['words', 6, 'a list of 3 (at least 6 bytes)'],
  ['kind', 1, 'i8 (1 byte)'],
  ['ratio', 8, 'f64be (8 bytes)'],
] as const;

/** The error for the first field that ends behind the bytes, which begin at 10. */
function firstThatIsCut(end: number): DecodeError {
  let at = 10;
  for (const [path, size, type] of SIZES) {
    if (at + size > end) return unexpectedEnd(at, path, type, end - at);
    at += size;
  }
  return unexpectedEnd(at, '', 'more bytes', end - at);
}

test('the first field that does not fit is told, wherever the bytes end', () => {
  const told = new Set<string>();
  for (let end = 10; end <= 37; end++) {
    const error = missingField(10, end, FIELDS);
    expect(error).toEqual(firstThatIsCut(end));
    told.add(error.path);
  }
  expect([...told]).toEqual(['id', 'mac', 'mark', 'words', 'kind', 'ratio', '']);
});

test('a check that does not hold', () => {
  const error = checkFailed(4, 'version', 'version 2 or later', 'version 1');
  expect(error).toBeInstanceOf(DecodeError);
  expect(error).toMatchObject({
    code: 'check-failed',
    offset: 4,
    path: 'version',
    expected: 'version 2 or later',
    found: 'version 1',
  });
  expect(valueFailed(undefined, '', 'version 2 or later', 'version 1')).toBeInstanceOf(EncodeError);
  expect(valueFailed(4, '', 'a', 'b')).toMatchObject({ code: 'check-failed', offset: 4, path: '' });
});
