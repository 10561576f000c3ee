import { customAt, customBytes } from '@bytewright/runtime';
import * as fc from 'fast-check';
import type { CustomNode } from '../../ir/nodes/custom.js';
import { externalCodec } from '../../language/external.js';
import type { Generate } from './place.js';

/** Most bytes that a codec is shown, unless it takes more at least. */
const SHOWN = 64;

/** The codec's own examples, and what it reads from bytes that are made up. */
export const custom: Generate<CustomNode> = ({ codec: name, min, max, type }) => {
  const codec = externalCodec(name);
  const most = max ?? Number.POSITIVE_INFINITY;
  const shown = Math.max(min, Math.min(most, SHOWN));
  const examples = (codec.examples ?? []).filter(
    (example) => typeof customBytes(codec, example, min, most, type) !== 'string',
  );
  const read = fc
    .uint8Array({ minLength: min, maxLength: shown })
    .map((bytes) => customAt(codec, bytes, 0, bytes.length, min, most, type))
    .map((reading) => (typeof reading === 'string' ? undefined : reading.value));
  const readable = read.filter((value) => value !== undefined);
  // a codec that reads next to no bytes that are made up would keep a filter busy for ever: examples stand in
  return examples.length === 0
    ? readable
    : fc.tuple(read, fc.constantFrom(...examples)).map(([made, example]) => made ?? example);
};
