import { expect, test } from 'vitest';
import { on, optional, struct, tagOf, u8, u16be, union } from '../../src/index.js';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

test('the tag of a union may say what comes behind it', () => {
  const Message = struct('Message', {
    kind: u8,
    body: union({ small: on(1, u8), large: on(2, u16be) }),
    note: optional(u8),
  }).where(($) => [$.body.tag($.kind), $.note.presentWhen(tagOf($.body).eq(2))]);
  expectBothWays(Message, '01 05', { kind: 1, body: { type: 'small', value: 5 }, note: undefined });
  expectBothWays(Message, '02 0005 09', { kind: 2, body: { type: 'large', value: 5 }, note: 9 });
  expect(decodeErrorOf(Message, hex('02 0005'))).toMatchObject({
    code: 'unexpected-end',
    offset: 3,
    path: 'note',
  });
  expect(encodeErrorOf(Message, { kind: 1, body: { type: 'small', value: 5 }, note: 9 })).toMatchObject({
    path: 'note',
  });
  for (const body of [null, 5, undefined, { type: 'other', value: 1 }])
    expect(encodeErrorOf(Message, { kind: 1, body, note: 9 })).toMatchObject({ offset: undefined });
});
