import { enumeration, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { colour: enumeration(u8, { grey: 0, rgb: 2 }) }),
  after: struct('Message', { colour: enumeration(u8, { grey: 0, rgb: 2, palette: 3 }) }),
  changes: [['member-added', 'Message.colour', 'widened']],
  backward: { '02': 'as before' },
  forward: { '02': 'as before', '03': 'refused' },
});
export default made;
