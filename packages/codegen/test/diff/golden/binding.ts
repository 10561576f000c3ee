import { bytes, parameter, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const size = parameter('size', u8);
const Data = struct('Data', { bytes: bytes(size) });

const made: Revision = revision({
  before: struct('Message', { a: u8, data: Data }).where(($) => [$.data.with(size.of($.a))]),
  after: struct('Message', { a: u8, data: Data }).where(($) => [$.data.with(size.of($.a.plus(1)))]),
  changes: [['binding', 'Message.data(size)', 'none']],
  backward: { '01 05': 'refused' },
  forward: { '00 05': 'refused' },
});
export default made;
