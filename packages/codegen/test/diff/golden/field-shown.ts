import { count, derived, list, prefix, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { count: derived(u8), items: list(u8, prefix(u8)) }).where(($) => [
    $.count.is(count($.items)),
  ]),
  after: struct('Message', { count: u8, items: list(u8, prefix(u8)) }),
  changes: [
    ['field-shown', 'Message.count', 'added'],
    ['check-removed', 'Message.count', 'none'],
  ],
  backward: { '01 01 05': 'as before' },
  forward: { '01 01 05': 'as before', '07 01 05': 'refused' },
});
export default made;
