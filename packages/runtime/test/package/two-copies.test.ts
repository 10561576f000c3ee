import * as first from '@bytewright/runtime/codec';
import { beforeAll, expect, test, vi } from 'vitest';
import { loadIntoBareRealm } from './bare-realm.js';

const copies: [string, typeof first][] = [];

beforeAll(async () => {
  vi.resetModules();
  copies.push(['a second copy', await import('@bytewright/runtime/codec')]);
  copies.push(['a copy in another realm', loadIntoBareRealm({ TextEncoder, TextDecoder }).runtime]);
});

test('each copy has classes of its own', () => {
  expect(copies).toHaveLength(2);
  for (const [name, copy] of copies) {
    expect(copy.DecodeError, name).not.toBe(first.DecodeError);
    const error = copy.decodeFailure('no-arm', 1, 'body', 'x', 'y');
    expect(error, name).not.toBeInstanceOf(first.DecodeError);
  }
});

test('the guards know the errors of every copy', () => {
  for (const [name, copy] of copies) {
    const decode = copy.decodeFailure('no-arm', 1, 'body', 'x', 'y');
    const encode = copy.encodeFailure('mismatch', undefined, 'body', 'x', 'y');
    expect([first.isDecodeError(decode), first.isEncodeError(decode)], name).toEqual([true, false]);
    expect([first.isDecodeError(encode), first.isEncodeError(encode)], name).toEqual([false, true]);
    expect(copy.isDecodeError(first.decodeFailure('no-arm', 1, '', 'x', 'y')), name).toBe(true);
    expect(copy.isEncodeError(first.encodeFailure('mismatch', 1, '', 'x', 'y')), name).toBe(true);
  }
});

test('paths are put together across copies', () => {
  for (const [name, copy] of copies) {
    const error = copy.decodeFailure('no-arm', 1, 'body', 'x', 'y');
    expect(first.atPath(error, 'sections[3]'), name).toBe(error);
    expect(error.path, name).toBe('sections[3].body');
    expect(error.message, name).toBe('sections[3].body at byte 1 (0x1): expected x, found y (no-arm)');
  }
});
