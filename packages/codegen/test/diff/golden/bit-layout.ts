import { bits, msb0, struct, u8, ubits } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { flags: bits('Flags', u8, { a: ubits(3), b: ubits(5) }, msb0) }),
  after: struct('Message', { flags: bits('Flags', u8, { a: ubits(4), b: ubits(4) }, msb0) }),
  changes: [
    ['bit-layout', 'Flags.a', 'none'],
    ['bit-layout', 'Flags.b', 'none'],
  ],
  backward: { '21': 'differently', '00': 'as before' },
  forward: { '21': 'differently' },
});
export default made;
