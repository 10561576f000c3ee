import type { SchemaErrorCode } from '../../../src/index.js';
import type { Fault } from '../fault.js';

export const names = {
  'invalid-name': {
    cure: 'Use letters, digits and underscores, not starting with a digit; write the name of a struct in PascalCase.',
    examples: [
      "struct('section-header', { length: u8 })",
      "struct('Header', { 'content-type': u8 })",
      "struct('Value', { kind: firstOf({ 1: u8, other: u16be }) })",
      "struct('Reply', { status: enumeration(u8, { 200: 1, error: 2 }) })",
    ],
  },
  'reserved-name': {
    cure: 'Choose another name.',
    examples: [
      "struct('Header', { constructor: u8 })",
      "struct('Packet', { options: flags(u8, { urgent: 0, unknown: 1 }) })",
    ],
  },
  'duplicate-struct': {
    cure: 'Rename one of the structs, or define it once and use it in both places.',
    examples: [
      "struct('File', { head: struct('Part', { size: u8 }), tail: struct('Part', { size: u16be }) })",
    ],
  },
  'duplicate-member': {
    cure: 'Rename one of the members.',
    examples: [
      "struct('Frame', { frameSize: u8, frame_size: u16be })",
      `struct('Message', { kind: u8, type: u8, body: union({ text: on(1, u8) }) })
  .where(($) => [$.body.tag($.kind)])
  .flat('body')`,
    ],
  },
} satisfies Partial<Record<SchemaErrorCode, Fault>>;
