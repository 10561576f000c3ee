import { bool, bytes, literal, parameter, search, struct, toEnd, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const wide = parameter('wide', bool);

const made: Revision = revision({
  before: struct('Message', {
    config: search(
      wide,
      [true, false],
      struct('Config', { data: bytes(wide.choose(4, 2)), mark: literal(u8, 0xff) }),
    ),
    rest: bytes(toEnd),
  }),
  after: struct('Message', {
    config: search(
      wide,
      [false, true],
      struct('Config', { data: bytes(wide.choose(4, 2)), mark: literal(u8, 0xff) }),
    ),
    rest: bytes(toEnd),
  }),
  changes: [['search-values', 'Message.config', 'none']],
  backward: { '01 02 ff': 'as before', '01 02 ff 04 ff': 'differently' },
  forward: { '01 02 ff 04 ff': 'differently' },
});
export default made;
