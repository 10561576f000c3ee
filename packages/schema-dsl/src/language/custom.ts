import type { CustomCodec, CustomType } from '@bytewright/runtime';
import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { External } from './external.js';
import type { Node } from './node.js';
import { makeNode } from './node.js';

/** What a schema can know about a hand-written codec. */
export interface CustomOptions<T> {
  /** The smallest number of bytes that a value takes; 1 by default. */
  readonly min?: number;
  /** The largest number of bytes that a value takes; unlimited by default. */
  readonly max?: number;
  /** The `typeof` of its values, so that relations and conditions can use them. */
  readonly type?: TypeNameOf<T>;
}

/** The `typeof` of a scalar type. */
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
 * A hand-written codec, for what the language cannot express. Decoding rejects bytes that the codec would write
 * differently, and encoding rejects values that it would not read back; the codec itself must obey the other laws. Wrap a
 * codec that reads to the end of its input in `sized()`.
 *
 * @throws SchemaError if `min` and `max` are not valid sizes
 * @example `custom(external({ module: './dozens.js', export: 'dozens' }, dozens), { max: 1, type: 'number' })`
 */
export function custom<T>(codec: External<CustomCodec<T>>, options: CustomOptions<T> = {}): Node<T> {
  const value = codec?.value;
  if (typeof value?.read !== 'function' || typeof value.write !== 'function')
    throw new CallError(
      'invalid-argument',
      'custom()',
      `expected an object with read and write functions, wrapped in external(), found ${describeArgument(codec)}; write custom(external({ module: './dozens.js', export: 'dozens' }, dozens))`,
    );
  const { min = 1, max, type } = options;
  if (!isSize(min) || (max !== undefined && (!isSize(max) || max < min)))
    throw new CallError(
      'invalid-size',
      'custom()',
      `expected sizes in bytes with min no greater than max, found min ${describeArgument(min)} and max ${describeArgument(max)}; pass { min, max } in bytes`,
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
