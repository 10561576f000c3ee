import type { Node } from '@bytewright/schema-dsl';
import { list, prefix, struct, toEnd, u8 } from '@bytewright/schema-dsl';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as Emulation from '../../src/binary-parser/index.js';
import type * as Agreement from './agreement.js';

// The real limits would take millions of elements; interpreter and emulation read these from one place. Both are loaded
// anew for this file with smaller ones.
let parseWithBinaryParser: typeof Emulation.parseWithBinaryParser;
let expectAgreement: typeof Agreement.expectAgreement;
let hex: typeof Agreement.hex;

beforeAll(async () => {
  vi.resetModules();
  const limits = { inputSize: 20, depth: 3, elements: 5 };
  vi.doMock(import('@bytewright/runtime'), async (original) => ({
    ...(await original()),
    DEFAULT_LIMITS: limits,
  }));
  vi.doMock(import('@bytewright/runtime/codec'), async (original) => {
    const runtime = await original();
    const openInput: typeof runtime.openInput = (bytes, options) =>
      runtime.openInput(bytes, { ...options, limits });
    return { ...runtime, DEFAULT_LIMITS: limits, resolveLimits: () => limits, openInput };
  });
  ({ parseWithBinaryParser } = await import('../../src/binary-parser/index.js'));
  ({ expectAgreement, hex } = await import('./agreement.js'));
});

afterAll(() => {
  vi.doUnmock('@bytewright/runtime');
  vi.doUnmock('@bytewright/runtime/codec');
  vi.resetModules();
});

const Item = struct('Item', { a: u8 });

describe('limits', () => {
  it('of elements hold for all lists together, whose elements are not integers', () => {
    const Both = struct('Both', {
      first: list(Item, prefix(u8)),
      bytes: list(u8, prefix(u8)),
      rest: list(Item, toEnd),
    });
    const five = hex('02 aaaa 06 000000000000 bbbbbb');
    const six = hex('02 aaaa 06 000000000000 bbbbbbbb');
    expect(expectAgreement(Both, five)).toBe(true);
    expect(expectAgreement(Both, six)).toBe(false);
    expect(() => parseWithBinaryParser(Both, six)).toThrow('Both.rest: more than 5 list elements');
    expect(() => parseWithBinaryParser(Both, hex('06 aaaaaaaaaaaa'))).toThrow('Both.first: more than 5');
  });

  it('of depth hold for structs in one another, not beside one another', () => {
    const Tree: Node<unknown> = struct('Tree', {
      get kids() {
        return list(Tree, prefix(u8));
      },
    });
    expect(expectAgreement(Tree, hex('04 00 00 00 00'))).toBe(true);
    expect(expectAgreement(Tree, hex('01 01 00'))).toBe(true);
    expect(expectAgreement(Tree, hex('01 01 01 00'))).toBe(false);
    expect(() => parseWithBinaryParser(Tree, hex('01 01 01 00'))).toThrow('Tree: more than 3 nested structs');
  });

  it('of the input hold for all of it', () => {
    expect(expectAgreement(list(u8, toEnd), new Uint8Array(20))).toBe(true);
    expect(expectAgreement(list(u8, toEnd), new Uint8Array(21))).toBe(false);
    expect(() => parseWithBinaryParser(u8, new Uint8Array(21))).toThrow('root: more than 20 bytes');
  });
});
