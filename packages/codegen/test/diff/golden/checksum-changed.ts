import { derived, internetChecksum, span, struct, u8, u16be } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { type: u8, a: u8, sum: derived(u16be) }).where(($) => [
    $.sum.is(internetChecksum(span($.type, $.a))),
  ]),
  after: struct('Message', { type: u8, a: u8, sum: derived(u16be) }).where(($) => [
    $.sum.is(internetChecksum(span($.a, $.a))),
  ]),
  changes: [['checksum-changed', 'Message.sum', 'none']],
  backward: { '00 00 ff ff': 'as before', '01 00 fe ff': 'refused' },
  forward: { '01 00 ff ff': 'refused' },
});
export default made;
