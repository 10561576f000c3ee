import { derived, on, struct, tagOf, u8, union } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { kind: derived(u8), body: union({ ping: on(1, u8) }) }).where(($) => [
    $.kind.is(tagOf($.body)),
  ]),
  after: struct('Message', { kind: derived(u8), body: union({ ping: on(1, u8) }) })
    .where(($) => [$.kind.is(tagOf($.body))])
    .flat('body'),
  changes: [['flattened', 'Message', 'changed']],
  backward: { '01 05': 'as before' },
  forward: { '01 05': 'as before' },
});
export default made;
