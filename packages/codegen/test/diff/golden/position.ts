import { at, gaps, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { offset: u8, a: at(u8), rest: gaps() }).where(($) => [$.a.at($.offset)]),
  after: struct('Message', { offset: u8, a: at(u8), rest: gaps() }).where(($) => [$.a.at($.offset.plus(1))]),
  changes: [['position', 'Message.a', 'none']],
  backward: { '01 05': 'refused', '01 05 06': 'differently' },
  forward: { '01 00 05': 'differently', '00 05': 'refused' },
});
export default made;
