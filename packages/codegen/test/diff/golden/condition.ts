import { optional, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { kind: u8, a: optional(u8) }).where(($) => [$.a.presentWhen($.kind.eq(1))]),
  after: struct('Message', { kind: u8, a: optional(u8) }).where(($) => [$.a.presentWhen($.kind.eq(2))]),
  changes: [['condition', 'Message.a', 'none']],
  backward: { '01 05': 'refused', '02': 'refused', '00': 'as before' },
  forward: { '02 05': 'refused', '01': 'refused' },
});
export default made;
