import type { CustomCodec } from '@bytewright/schema-dsl';
import { custom, external, struct } from '@bytewright/schema-dsl';
import type { Revision } from '../revision.js';
import { revision } from '../revision.js';

const word = (isLittle: boolean): CustomCodec<number> => ({
  read: ([first = 0, second = 0]) => ({
    value: isLittle ? first | (second << 8) : (first << 8) | second,
    byteLength: 2,
  }),
  write: (value) =>
    isLittle ? Uint8Array.of(value & 255, value >> 8) : Uint8Array.of(value >> 8, value & 255),
  examples: [0, 1, 256, 65535],
});
export const big: CustomCodec<number> = word(false);
export const little: CustomCodec<number> = word(true);

const made: Revision = revision({
  before: struct('Message', {
    a: custom(external({ module: './custom-codec.js', export: 'big' }, big), { min: 2, max: 2 }),
  }),
  after: struct('Message', {
    a: custom(external({ module: './custom-codec.js', export: 'little' }, little), { min: 2, max: 2 }),
  }),
  changes: [['custom-codec', 'Message.a', 'changed']],
  backward: { '00 01': 'differently', '00 00': 'as before' },
  forward: { '00 01': 'differently' },
});
export default made;
