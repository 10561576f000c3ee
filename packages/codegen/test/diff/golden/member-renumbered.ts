import { enumeration, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { colour: enumeration(u8, { grey: 0, rgb: 2 }) }),
  after: struct('Message', { colour: enumeration(u8, { grey: 2, rgb: 0 }) }),
  changes: [
    ['member-renumbered', 'Message.colour', 'none'],
    ['member-renumbered', 'Message.colour', 'none'],
  ],
  backward: { '00': 'differently' },
  forward: { '02': 'differently' },
});
export default made;
