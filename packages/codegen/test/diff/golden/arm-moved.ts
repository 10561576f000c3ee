import { check, firstOf, literal, struct, u8, u16be } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const Small = struct('Small', { value: u16be }).where(($) => [check($.value.lt(0x200), 'a small number')]);

const made: Revision = revision({
  before: struct('Message', {
    a: firstOf({ zero: struct('Zero', { mark: literal(u8, 0), value: u8 }), small: Small }),
  }),
  after: struct('Message', {
    a: firstOf({ small: Small, zero: struct('Zero', { mark: literal(u8, 0), value: u8 }) }),
  }),
  changes: [['arm-moved', 'Message.a(small)', 'none']],
  backward: { '00 05': 'differently', '01 05': 'as before' },
  forward: { '00 05': 'differently' },
});
export default made;
