import { derived, internetChecksum, span, struct, u16be } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: u16be, sum: derived(u16be) }).where(($) => [
    $.sum.is(internetChecksum(span($.a, $.a))),
  ]),
  after: struct('Message', { a: u16be, sum: u16be }),
  changes: [
    ['field-shown', 'Message.sum', 'added'],
    ['checksum-removed', 'Message.sum', 'none'],
  ],
  backward: { '00 00 ff ff': 'as before' },
  forward: { '00 00 ff ff': 'as before', '00 00 00 00': 'refused' },
});
export default made;
