import { optional, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { has: u8, a: u8 }),
  after: struct('Message', { has: u8, a: optional(u8) }).where(($) => [$.a.presentWhen($.has.eq(1))]),
  changes: [['made-optional', 'Message.a', 'widened']],
  backward: { '01 05': 'as before', '00 05': 'refused' },
  forward: { '01 05': 'as before', '00': 'refused' },
});
export default made;
