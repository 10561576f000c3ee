import { enumeration, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { colour: enumeration(u8, { grey: 0, rgb: 2, palette: 3 }) }),
  after: struct('Message', { colour: enumeration(u8, { grey: 0, rgb: 2 }) }),
  changes: [['member-removed', 'Message.colour', 'narrowed']],
  backward: { '02': 'as before', '03': 'refused' },
  forward: { '02': 'as before' },
});
export default made;
