import { on, struct, u8, u16be, union } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u8, b: u8, body: union({ ping: on(1, u8), text: on(2, u16be) }) }).where(
    ($) => [$.body.tag($.a)],
  ),
  after: struct('Message', { a: u8, b: u8, body: union({ ping: on(1, u8), text: on(2, u16be) }) }).where(
    ($) => [$.body.tag($.b)],
  ),
  changes: [['selector', 'Message.body', 'none']],
  backward: { '01 00 05': 'refused' },
  forward: { '00 01 05': 'refused' },
});
export default made;
