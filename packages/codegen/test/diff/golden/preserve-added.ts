import { bool, preserve, struct } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', { a: bool }),
  after: struct('Message', { a: preserve(bool) }),
  changes: [['preserve-added', 'Message.a', 'widened']],
  backward: { '01': 'as before' },
  forward: { '01': 'as before', '07': 'refused' },
});
export default made;
