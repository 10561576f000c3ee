import { enumeration, openEnumeration, struct, u8 } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { colour: enumeration(u8, { grey: 0, rgb: 2 }) }),
  after: struct('Message', { colour: openEnumeration(u8, { grey: 0, rgb: 2 }) }),
  changes: [['names-opened', 'Message.colour', 'widened']],
  backward: { '00': 'as before' },
  forward: { '00': 'as before', '07': 'refused' },
});
export default made;
