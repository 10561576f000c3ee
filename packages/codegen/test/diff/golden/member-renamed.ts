import { enumeration, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { colour: enumeration(u8, { grey: 0, rgb: 2 }) }),
  after: struct('Message', { colour: enumeration(u8, { gray: 0, rgb: 2 }) }),
  changes: [['member-renamed', 'Message.colour', 'renamed']],
  backward: { '00': 'as before' },
  forward: { '00': 'as before' },
});
export default made;
