import { byteLength, bytes, derived, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { size: derived(u8), data: bytes() }).where(($) => [
    $.size.is(byteLength($.data)),
  ]),
  after: struct('Message', { size: derived(u8), data: bytes() }).where(($) => [
    $.size.is(byteLength($.data).plus(1)),
  ]),
  changes: [
    ['derivation', 'Message.size', 'none'],
    ['extent', 'Message.data', 'none'],
  ],
  backward: { '00': 'refused', '01 05': 'refused' },
  forward: { '01': 'refused', '02 05': 'refused' },
});
export default made;
