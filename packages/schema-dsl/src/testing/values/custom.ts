import { customAt, customBytes } from '@bytewright/runtime/codec';
import * as fc from 'fast-check';
import type { CustomNode } from '../../ir/nodes/custom.js';
import { externalCodec } from '../../language/external.js';
import type { Range } from '../constraints/range.js';
import { clamp, exactly, intersect, isEmpty } from '../constraints/range.js';
import { boundedFilter } from './bounded-filter.js';
import type { Generate } from './place.js';

/** Most bytes that a codec is shown, unless it takes more at least. */
const SHOWN = 64;
/** How many byte strings are shown before an example stands in: codecs of sparse codes read few of them. */
const TRIES = 8;

/** The codec's own examples, and what it reads from bytes that are made up: of a size that there is room for. */
export const custom: Generate<CustomNode> = ({ codec: name, min, max, type }, { room, budget }) => {
  const codec = externalCodec(name);
  const most = max ?? Number.POSITIVE_INFINITY;
  const wanted = clamp(room, min, most);
  const sizes: Range = isEmpty(wanted) ? { min, max: most, step: 1 } : wanted;
  const fits = (size: number): boolean => !isEmpty(intersect(sizes, exactly(size)));
  const examples = (codec.examples ?? []).filter((example) => {
    const bytes = customBytes(codec, example, min, most, type);
    return typeof bytes !== 'string' && fits(bytes.length);
  });
  const shown = fc.uint8Array({
    minLength: sizes.min,
    maxLength: Math.max(sizes.min, Math.min(sizes.max, SHOWN)),
  });
  const read = (bytes: Uint8Array): unknown => {
    const reading = customAt(codec, bytes, 0, bytes.length, min, most, type);
    return typeof reading !== 'string' && fits(reading.byteLength) ? reading.value : undefined;
  };
  if (examples.length === 0) {
    const what = `value that ${name.export} reads from made-up bytes (give the codec \`examples\`)`;
    return boundedFilter(shown.map(read), (value) => value !== undefined, what, budget);
  }
  const made = fc.array(shown, { minLength: 1, maxLength: TRIES }).map((tries) => {
    for (const bytes of tries) {
      const value = read(bytes);
      if (value !== undefined) return value;
    }
    return undefined;
  });
  return fc.tuple(made, fc.constantFrom(...examples)).map(([value, example]) => value ?? example);
};
