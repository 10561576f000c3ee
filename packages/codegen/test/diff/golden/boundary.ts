import { enumeration, firstOf, literal, struct, u8, u16be } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const made: Revision = revision({
  before: struct('Message', {
    a: firstOf({ short: u8, long: u16be }, { followedBy: literal(u8, 0xff) }),
    end: enumeration(u8, { stop: 0xff, pause: 0xfe }),
  }),
  after: struct('Message', {
    a: firstOf({ short: u8, long: u16be }, { followedBy: literal(u8, 0xfe) }),
    end: enumeration(u8, { stop: 0xff, pause: 0xfe }),
  }),
  changes: [['boundary', 'Message.a', 'none']],
  backward: { '01 ff': 'refused', '01 02 ff': 'refused' },
  forward: { '01 fe': 'refused' },
});
export default made;
