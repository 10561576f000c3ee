import { expectTypeOf, test } from 'vitest';
import type { Infer } from '../../src/index.js';
import {
  bytes,
  cstring,
  endsAfter,
  i16le,
  list,
  padded,
  padding,
  prefix,
  reserved,
  sized,
  string,
  struct,
  terminated,
  u8,
  u64be,
  whilePeek,
} from '../../src/index.js';

test('endings do not affect the value type; padding is not in the value', () => {
  const _S = struct('S', {
    a: string(cstring, 'utf-16le'),
    b: bytes(terminated('0d0a')),
    c: string(padded(8, 0x20), 'ascii'),
    d: reserved(4),
    e: padding(2),
  });
  expectTypeOf<Infer<typeof _S>>().toEqualTypeOf<{
    a: string;
    b: Uint8Array;
    c: string;
    d?: Uint8Array | undefined;
  }>();
});

test('a condition sees the typed fields of an element, or the element itself', () => {
  const Item = struct('Item', { last: u8, name: string(prefix(u8)), head: struct('Head', { id: u64be }) });
  const _S = struct('S', {
    items: list(
      Item,
      endsAfter(($) => $.last.eq(1)),
    ),
    nested: list(
      Item,
      endsAfter(($) => $.head.$.id.eq(1n)),
    ),
    numbers: list(
      i16le,
      endsAfter((n) => n.lt(0)),
    ),
    texts: list(
      string(prefix(u8)),
      endsAfter((text) => text.startsWith('.')),
    ),
    regions: list(
      sized(prefix(u8), Item),
      endsAfter(($) => $.name.eq('')),
    ),
    more: list(
      u8,
      whilePeek(Item, ($) => $.last.ne(0).and($.name.size().lt(3))),
    ),
  });
  expectTypeOf<Infer<typeof _S>['items']>().toEqualTypeOf<Infer<typeof Item>[]>();
  expectTypeOf<Infer<typeof _S>['numbers']>().toEqualTypeOf<Int16Array>();
  expectTypeOf<Infer<typeof _S>['texts']>().toEqualTypeOf<string[]>();

  list(
    Item,
    // @ts-expect-error: no such field
    endsAfter(($) => $.first.eq(1)),
  );
  list(
    Item,
    // @ts-expect-error: a number is not a string
    endsAfter(($) => $.last.eq('1')),
  );
  list(
    Item,
    // @ts-expect-error: a condition is true or false
    endsAfter(($) => $.last.plus(1)),
  );
  const atOne = endsAfter<typeof u8>((n) => n.eq(1));
  // @ts-expect-error: bytes end with until()
  bytes(atOne);
  // @ts-expect-error: a terminator ends no list
  list(u8, terminated(0));
  list(
    u8,
    // @ts-expect-error: what is ahead has no such field
    whilePeek(Item, ($) => $.first.eq(1)),
  );
});
