import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { Hidden, Omissible } from './node.js';
import { makeNode } from './node.js';

/** What an alignment consists of. */
export interface AlignOptions<K extends boolean = boolean> {
  /** The byte that fills; 0 if not given. */
  readonly fill?: number;
  /** Whether other bytes are kept in the value instead of being refused. */
  readonly keep?: K;
}

/**
 * Fills up to the next multiple of `size` bytes, counted from the start of the struct that it is a field of: no bytes
 * where that is reached already. Where a format counts from elsewhere, such as the start of a file, the alignment
 * belongs into the struct that starts there.
 *
 * Decode refuses bytes other than `fill` as `wrong-constant`. With `keep` they are the field's value instead, and
 * `undefined` stands for all of them being `fill`.
 *
 * @example `{ tag: u8, pad: align(4), size: u32be }` with tag 1 and size 2 is `01 00 00 00 00 00 00 02`
 */
export function align(
  size: number,
  options: AlignOptions<true> & { readonly keep: true },
): Omissible<Uint8Array | undefined>;
export function align(size: number, options?: AlignOptions<false>): Hidden<undefined>;
export function align(
  size: number,
  options: AlignOptions = {},
): Omissible<Uint8Array | undefined> | Hidden<undefined> {
  const { fill = 0, keep = false } = options;
  if (!Number.isSafeInteger(size) || size < 1 || size > GREATEST)
    throw new CallError(
      'invalid-size',
      'align()',
      `expected a size of 1 to ${GREATEST} bytes, found ${describeArgument(size)}; write such as align(4)`,
    );
  if (!Number.isInteger(fill) || fill < 0 || fill > 255)
    throw new CallError(
      'invalid-fill',
      'align()',
      `expected a fill that is a byte, found ${describeArgument(fill)}; give 0 to 255`,
    );
  return makeNode({ kind: 'align', to: size, fill, keep });
}

/** Pages of memory, of which some are this large, are the largest units that formats align to. */
const GREATEST = 1 << 24;
