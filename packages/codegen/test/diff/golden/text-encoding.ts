import { string, struct, toEnd } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { text: string(toEnd, 'ascii') }),
  after: struct('Message', { text: string(toEnd) }),
  changes: [['text-encoding', 'Message.text', 'none']],
  backward: { '41': 'as before' },
  forward: { '41': 'as before', 'c3 a9': 'refused' },
});
export default made;
