import type { CustomCodec, CustomType } from '@bytewright/runtime';
import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { External } from './external.js';
import type { Node } from './node.js';
import { makeNode } from './node.js';

/** What a schema can know of a codec that is written by hand. */
export interface CustomOptions<T> {
  /** The least number of bytes that a value takes: 1, unless another is given. */
  readonly min?: number;
  /** The greatest number of bytes that a value takes; unlimited, unless it is given. */
  readonly max?: number;
  /** What `typeof` says of its values, so that relations and conditions may speak of them. */
  readonly type?: TypeNameOf<T>;
}

/** What `typeof` says of a scalar. */
type TypeNameOf<T> = T extends number
  ? 'number'
  : T extends bigint
    ? 'bigint'
    : T extends string
      ? 'string'
      : T extends boolean
        ? 'boolean'
        : never;

/**
 * A codec of one's own, for what the language cannot say. Decoding refuses what the codec would write in another way,
 * encoding what it would not read; everything else that the laws demand is the codec's to keep. A codec that takes
 * all there is belongs into `sized()`.
 *
 * @throws SchemaError for sizes that are none.
 * @example `custom(external({ module: './dozens.js', export: 'dozens' }, dozens), { max: 1, type: 'number' })`
 */
export function custom<T>(codec: External<CustomCodec<T>>, options: CustomOptions<T> = {}): Node<T> {
  const value = codec?.value;
  if (typeof value?.read !== 'function' || typeof value.write !== 'function')
    throw new CallError(
      'invalid-argument',
      'custom()',
      `expected an object with the functions read and write that external() has named, found ${describeArgument(codec)}; write custom(external({ module: './dozens.js', export: 'dozens' }, dozens))`,
    );
  const { min = 1, max, type } = options;
  if (!isSize(min) || (max !== undefined && (!isSize(max) || max < min)))
    throw new CallError(
      'invalid-size',
      'custom()',
      `expected sizes in bytes, min not above max, found min ${describeArgument(min)} and max ${describeArgument(max)}; give { min, max } in bytes`,
    );
  return makeNode({
    kind: 'custom',
    codec: codec.external,
    min,
    ...(max === undefined ? {} : { max }),
    ...(type === undefined ? {} : { type: type as CustomType }), // one of its names, whatever T is
  });
}

const isSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0;
