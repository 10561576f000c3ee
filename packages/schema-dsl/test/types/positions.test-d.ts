import type { Gap, Infer } from '@bytewright/schema-dsl';
import {
  align,
  at,
  atEach,
  bytes,
  derived,
  gaps,
  list,
  optional,
  prefix,
  string,
  struct,
  tail,
  u8,
  u16be,
  u64be,
} from '@bytewright/schema-dsl';
import { expectTypeOf, test } from 'vitest';

test('padding is not in the value unless it is kept', () => {
  const Aligned = struct('Aligned', { a: u8, plain: align(4), kept: align(4, { keep: true }), b: u8 });
  expectTypeOf<Infer<typeof Aligned>>().toEqualTypeOf<{
    a: number;
    kept?: Uint8Array | undefined;
    b: number;
  }>();
});

test('a positioned field has the value of its node', () => {
  const Entry = struct('Entry', {
    where: struct('Where', { offset: u64be }),
    hidden: derived(u8),
    size: u16be,
  });
  const File = struct('File', {
    first: at(u8),
    fixed: at(4, string(prefix(u8))),
    maybe: at(optional(u16be)),
    entries: at(list(Entry)),
    offsets: list(u8, 2),
    contents: atEach(optional(bytes())),
    names: atEach(string(prefix(u8))),
    end: tail(Entry),
    rest: gaps(),
  }).where(($) => [
    $.first.at($.end.$.size),
    $.contents.atEach($.entries, ($entry) => ({
      offset: $entry.where.$.offset.toNumber(),
      size: $entry.size,
      when: $entry.size.gt(0),
    })),
    $.names.atEach($.offsets, ($offset) => ({ offset: $offset.plus(1) })),
    // @ts-expect-error no field of the element
    $.names.atEach($.entries, ($entry) => ({ offset: $entry.nowhere })),
    // @ts-expect-error an offset is a number
    $.names.atEach($.entries, ($entry) => ({ offset: $entry.where.$.offset })),
    // @ts-expect-error an offset is a number
    $.first.at($.fixed),
  ]);
  interface EntryValue {
    where: { offset: bigint };
    size: number;
  }
  expectTypeOf<Infer<typeof File>>().toEqualTypeOf<{
    first: number;
    fixed: string;
    maybe?: number | undefined;
    entries: EntryValue[];
    offsets: Uint8Array;
    contents: (Uint8Array | undefined)[];
    names: string[];
    end: EntryValue;
    rest: Gap[];
  }>();
});
