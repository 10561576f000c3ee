import { derived, on, struct, tagOf, u8, union } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { kind: derived(u8), body: union({ ping: on(1, u8) }) }).where(($) => [
    $.kind.is(tagOf($.body)),
  ]),
  after: struct('Message', {
    kind: derived(u8),
    body: union({ ping: on(1, u8) }, { tag: 'type', value: 'content' }),
  }).where(($) => [$.kind.is(tagOf($.body))]),
  changes: [['union-members', 'Message.body', 'renamed']],
  backward: { '01 05': 'as before' },
  forward: { '01 05': 'as before' },
});
export default made;
