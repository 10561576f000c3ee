import { derived, on, struct, tagOf, u8, u16be, union } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', {
    kind: derived(u8),
    body: union({ ping: on(1, u8), text: on(2, u16be) }),
  }).where(($) => [$.kind.is(tagOf($.body))]),
  after: struct('Message', { kind: derived(u8), body: union({ ping: on(3, u8), text: on(2, u16be) }) }).where(
    ($) => [$.kind.is(tagOf($.body))],
  ),
  changes: [['arm-retagged', 'Message.body(ping)', 'none']],
  backward: { '01 05': 'refused' },
  forward: { '03 05': 'refused' },
});
export default made;
