import { derived, internetChecksum, span, struct, u16be } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u16be, sum: u16be }),
  after: struct('Message', { a: u16be, sum: derived(u16be) }).where(($) => [
    $.sum.is(internetChecksum(span($.a, $.a))),
  ]),
  changes: [
    ['field-hidden', 'Message.sum', 'removed'],
    ['checksum-added', 'Message.sum', 'none'],
  ],
  backward: { '00 00 ff ff': 'as before', '00 00 00 00': 'refused' },
  forward: { '00 00 ff ff': 'as before' },
});
export default made;
